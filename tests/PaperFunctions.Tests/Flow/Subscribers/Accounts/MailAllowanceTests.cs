using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Accounts;

/// <summary>How many mails a stranger can have us send.</summary>
public sealed class MailAllowanceTests : IDisposable
{
    private const int Cap = 5;

    private readonly MemoryFlow _flow = new(("Accounts:MailsADay", $"{Cap}"));

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_mailbox_gets_three_confirmations_a_day_whatever_stands_behind_the_plus_sign()
    {
        for (var i = 0; i < 10; i++)
        {
            await SignUpAsync($"reader+{i}@mail.example");
        }

        Assert.Equal(
            ["reader+0@mail.example", "reader+1@mail.example", "reader+2@mail.example"], _flow.Mail.Sent.Select(m =>
                m.To)); // as it was typed
        _flow.Clock.Advance(TimeSpan.FromHours(25));
        await SignUpAsync("Reader@mail.example");
        Assert.Equal(4, _flow.Mail.Sent.Count);
    }

    [Fact]
    public async Task Above_the_sites_limit_nobody_is_mailed_before_the_next_day()
    {
        for (var i = 0; i < 3 * Cap; i++)
        {
            await SignUpAsync($"reader{i}@mail.example");
        }

        Assert.Equal(Cap, _flow.Mail.Sent.Count);
        Assert.True(await _flow.Get<MailAllowance>().IsSpentAsync(default));
        _flow.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await _flow.Get<MailAllowance>().IsSpentAsync(default));
        await SignUpAsync("reader9@mail.example");
        Assert.Equal(Cap + 1, _flow.Mail.Sent.Count);
    }

    [Fact]
    public async Task Of_many_at_once_only_as_many_get_through_as_may()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => SignUpAsync($"reader{i}@mail.example"))));
        Assert.InRange(_flow.Mail.Sent.Count, 1, Cap);
    }

    [Fact]
    public async Task Links_to_sign_in_count_too()
    {
        for (var i = 0; i < Cap; i++)
        {
            await SignUpAsync($"reader{i}@mail.example");
        }

        var subscriber = await _flow.SubscribeAsync("known@mail.example");
        await _flow.Get<SignInSubscriber>().RunAsync(new SignIn(1, subscriber.Email), default);
        Assert.DoesNotContain(_flow.Mail.Sent, m => m.To == subscriber.Email);
    }

    [Fact]
    public async Task A_mail_that_was_not_accepted_takes_nothing_of_the_day()
    {
        _flow.Mail.Answer = (_, attempt) => attempt <= 20 ? new SendResult(SendOutcome.NotNow, null, "busy") : null;
        for (var i = 0; i < 20; i++)
        {
            await SignUpAsync("reader@mail.example");
        }

        await SignUpAsync("reader@mail.example");
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task Counts_are_gone_once_they_say_nothing_any_more()
    {
        await SignUpAsync("reader@mail.example");
        Assert.Equal(0, await _flow.Get<MailAllowance>().ExpireAsync(default));
        _flow.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(2, await _flow.Get<MailAllowance>().ExpireAsync(default));
    }

    [Theory]
    [InlineData("reader+news@mail.example", "reader@mail.example")]
    [InlineData("reader+a+b@mail.example", "reader@mail.example")]
    [InlineData("reader@mail.example", "reader@mail.example")]
    [InlineData("+news@mail.example", "+news@mail.example")]
    public void An_address_without_its_tag(string email, string expected) => Assert.Equal(expected, EmailAddress.WithoutTag(email));

    private Task SignUpAsync(string email) =>
        _flow.Get<SignUpSubscriber>().RunAsync(new SignUp(1, email, ["sponge reefs"], 7, "Etc/UTC", false, 8), default);
}
