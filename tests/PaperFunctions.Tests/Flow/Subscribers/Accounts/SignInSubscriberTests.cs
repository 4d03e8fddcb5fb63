using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Accounts;

public sealed class SignInSubscriberTests : IDisposable
{
    private const string Email = "reader@mail.example";

    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_reader_is_mailed_a_link_that_works_for_an_hour()
    {
        var subscriber = await _flow.SubscribeAsync(Email);
        await AskAsync();
        var mail = Assert.Single(_flow.Mail.Sent);
        var token = mail.Text.Split("/sign-in?t=")[1].Split('\n')[0];
        Assert.Equal(subscriber.Id, (await _flow.Get<LinkAuthenticator>().FindAsync(token, LinkPurpose.SignIn, default))?.Id);
        _flow.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await _flow.Get<LinkAuthenticator>().FindAsync(token, LinkPurpose.SignIn, default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SubscriberState.Pending)]
    [InlineData(SubscriberState.Suppressed)]
    public async Task Strangers_and_addresses_that_must_confirm_first_get_no_mail(SubscriberState? state)
    {
        if (state is { } given)
        {
            var row = (await _flow.Subscribers.FindAsync((await _flow.SubscribeAsync(Email)).Id, default))!;
            await _flow.Subscribers.TrySaveAsync(row with { Value = row.Value with { State = given } }, default);
        }

        await AskAsync();
        Assert.Empty(_flow.Mail.Sent);
    }

    [Fact]
    public async Task However_often_it_is_asked_an_address_gets_ten_links_a_day()
    {
        await _flow.SubscribeAsync(Email);
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            await AskAsync();
            _flow.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(SignInSubscriber.Mail.MailsADay, _flow.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_mail_that_was_not_accepted_is_sent_a_little_later()
    {
        await _flow.SubscribeAsync(Email);
        _flow.Mail.Answer = (_, attempt) => attempt < 3 ? new SendResult(SendOutcome.NotNow, null, "busy") : null;
        await AskAsync();
        await RunQueueAsync();
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_mailed()
    {
        await _flow.SubscribeAsync(Email);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(AskAsync)));
        await RunQueueAsync();
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task A_run_that_stops_before_the_mail_is_out_is_made_good_by_the_message_when_it_comes_again()
    {
        var row = (await _flow.Subscribers.FindAsync((await _flow.SubscribeAsync(Email)).Id, default))!;
        await _flow.Subscribers.TrySaveAsync(
            row with { Value = row.Value with { SignInClaimedUntil = _flow.Clock.GetUtcNow().AddMinutes(1) } }, default);
        await AskAsync();
        Assert.Empty(_flow.Mail.Sent); // whoever claimed it may still be at it
        await RunQueueAsync();
        Assert.Single(_flow.Mail.Sent);
    }

    private async Task RunQueueAsync()
    {
        while (_flow.Queues.SignInsLater.Count > 0)
        {
            var later = _flow.Queues.SignInsLater.ToList();
            _flow.Queues.SignInsLater.Clear();
            _flow.Clock.Advance(later.Max(l => l.Delay));
            foreach (var (message, _) in later)
            {
                await _flow.Get<SignInSubscriber>().RunAsync(message, default);
            }
        }
    }

    [Fact]
    public async Task Ending_all_links_ends_every_link_but_the_one_that_unsubscribes()
    {
        var subscriber = await _flow.SubscribeAsync(Email);
        var links = _flow.Get<SubscriberLinks>();
        var manage = links.ManageToken(subscriber);
        var session = links.Session(subscriber, _flow.Clock.GetUtcNow()).Token;
        var unsubscribe = links.Unsubscribe(subscriber).Split("t=")[1];

        var after = (await _flow.Get<SubscriberAccount>().EndLinksAsync(subscriber.Id, default))!;
        var authenticator = _flow.Get<LinkAuthenticator>();
        Assert.Null(await authenticator.FindAsync(manage, LinkPurpose.Manage, default));
        Assert.Null(await authenticator.FindAsync(session, LinkPurpose.Session, default));
        Assert.NotNull(await authenticator.FindAsync(unsubscribe, LinkPurpose.Unsubscribe, default));
        Assert.NotNull(await authenticator.FindAsync(links.ManageToken(after), LinkPurpose.Manage, default));
    }

    [Fact]
    public async Task A_session_ends_when_the_link_that_began_it_would()
    {
        var subscriber = await _flow.SubscribeAsync(Email);
        var now = _flow.Clock.GetUtcNow();
        var links = _flow.Get<SubscriberLinks>();
        Assert.Equal(now + SubscriberLinks.SessionLife, links.Session(subscriber, now).Expires);
        Assert.Equal(now.AddHours(3), links.Session(subscriber, now.AddHours(3).AddDays(-180)).Expires);
    }

    private Task AskAsync() => _flow.Get<SignInSubscriber>().RunAsync(new SignIn(1, Email), default);
}
