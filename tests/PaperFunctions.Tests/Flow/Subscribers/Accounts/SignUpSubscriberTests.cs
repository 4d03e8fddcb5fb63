using System.Globalization;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Accounts;

public sealed class SignUpSubscriberTests : IDisposable
{
    private const string Email = "reader@mail.example";

    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task Whoever_asks_and_however_often_an_address_gets_three_confirmation_mails_a_day()
    {
        for (var minutes = 0; minutes < 24 * 60; minutes += 5)
        {
            await AskAsync();
            _flow.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(SignUpSubscriber.Mail.MailsADay, _flow.Mail.Sent.Count);
        await AskAsync();
        Assert.Equal(SignUpSubscriber.Mail.MailsADay + 1, _flow.Mail.Sent.Count);
    }

    [Theory]
    [InlineData(SubscriberState.Active)]
    [InlineData(SubscriberState.Unsubscribed)]
    public async Task The_limit_holds_for_readers_who_are_or_were_and_leaves_their_wishes_alone(SubscriberState state)
    {
        var subscriber = await _flow.SubscribeAsync(Email);
        var row = (await _flow.Subscribers.FindAsync(subscriber.Id, default))!;
        await _flow.Subscribers.TrySaveAsync(row with { Value = row.Value with { State = state } }, default);
        for (var i = 0; i < 10; i++)
        {
            await AskAsync("something else");
            _flow.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(SignUpSubscriber.Mail.MailsADay, _flow.Mail.Sent.Count);
        Assert.Equal(subscriber.Interests, (await _flow.SubscriberAsync(subscriber.Id)).Interests);
    }

    [Fact]
    public async Task An_address_that_bounced_or_complained_is_never_mailed_again_whatever_is_asked_of_it()
    {
        var subscriber = await _flow.SubscribeAsync(Email);
        var accounts = _flow.Get<SubscriberAccount>();
        await accounts.SuppressAsync(subscriber.Id, default);
        await AskAsync();
        await accounts.UnsubscribeAsync(subscriber.Id, goodbye: true, default);
        await AskAsync();
        await accounts.DeleteAsync(subscriber.Id, default);
        Assert.Empty(_flow.Mail.Sent);
    }

    [Fact]
    public async Task The_mail_repeats_nothing_that_was_typed_into_the_form()
    {
        await AskAsync("Restore it at https://evil.example");
        var mail = Assert.Single(_flow.Mail.Sent);
        Assert.DoesNotContain("evil.example", mail.Subject + mail.Html + mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Restore", mail.Subject + mail.Html + mail.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_mailed()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AskAsync())));
        await RunQueueAsync();
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task A_mail_that_was_not_accepted_does_not_count()
    {
        _flow.Mail.Answer = (_, attempt) => attempt == 1 ? new SendResult(SendOutcome.NotNow, null, "busy") : null;
        await AskAsync();
        await AskAsync();
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task Mail_that_is_down_for_hours_loses_no_confirmation()
    {
        var up = _flow.Clock.GetUtcNow().AddHours(5);
        _flow.Mail.Answer = (_, _) => _flow.Clock.GetUtcNow() < up ? new SendResult(SendOutcome.NotNow, null, "busy") : null;
        await AskAsync();
        await RunQueueAsync();
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task A_run_that_stops_before_the_mail_is_out_is_made_good_by_the_message_when_it_comes_again()
    {
        await StopAsync();
        await AskAsync();
        Assert.Empty(_flow.Mail.Sent); // whoever claimed it may still be at it
        await RunQueueAsync();
        Assert.Single(_flow.Mail.Sent);
    }

    /// <summary>As a process that is killed leaves the account: claimed, nothing sent, nothing given back.</summary>
    private async Task StopAsync()
    {
        var row = await _flow.Get<EnrolSubscriber>().FindOrAddAsync(Email, default);
        await _flow.Subscribers.TrySaveAsync(
            row with { Value = row.Value with { ConfirmationClaimedUntil = _flow.Clock.GetUtcNow().AddMinutes(1) } }, default);
    }

    private async Task RunQueueAsync()
    {
        while (_flow.Queues.SignUpsLater.Count > 0)
        {
            var later = _flow.Queues.SignUpsLater.ToList();
            _flow.Queues.SignUpsLater.Clear();
            _flow.Clock.Advance(later.Max(l => l.Delay));
            foreach (var (message, _) in later)
            {
                await _flow.Get<SignUpSubscriber>().RunAsync(message, default);
            }
        }
    }

    [Theory]
    [InlineData("Pacific/Auckland", "2026-03-14T11:30Z", DayOfWeek.Sunday)]
    [InlineData("America/Los_Angeles", "2026-03-14T03:30Z", DayOfWeek.Friday)]
    [InlineData("Etc/UTC", "2026-03-14T03:30Z", DayOfWeek.Saturday)]
    public async Task A_weekly_mail_comes_on_the_weekday_that_it_is_where_the_reader_lives(string zone, string now, DayOfWeek expected)
    {
        _flow.Clock.Set(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        await _flow.Get<SignUpSubscriber>().RunAsync(new SignUp(1, Email, ["sponge reefs"], 7, zone, true, 8), default);
        var id = await _flow.Subscribers.FindByAddressAsync(_flow.Get<AddressHash>().Of(Email), default);
        Assert.Equal([expected], (await _flow.SubscriberAsync(id!)).Plan.Days);
    }

    private Task AskAsync(string topic = "sponge reefs") =>
        _flow.Get<SignUpSubscriber>().RunAsync(new SignUp(1, Email, [topic], 7, "Etc/UTC", false, 8), default);
}
