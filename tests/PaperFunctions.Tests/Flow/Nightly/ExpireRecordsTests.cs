using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Nightly;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Nightly;

public sealed class ExpireRecordsTests : IDisposable
{
    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_sign_up_that_nobody_confirms_is_gone_after_a_week_and_a_confirmed_one_stays()
    {
        await _flow.Get<SignUpSubscriber>().RunAsync(new SignUp(1, "never@example.org", ["sponges"], 7, "Etc/UTC", false, 8), default);
        var confirmed = await _flow.SubscribeAsync("confirmed@example.org");
        await PassAsync(days: 6);
        Assert.Equal(2, await _flow.Subscribers.ListAsync(default).CountAsync());
        var mails = _flow.Mail.Sent.Count;
        await PassAsync(days: 2);
        Assert.Equal(confirmed.Id, (await _flow.Subscribers.ListAsync(default).SingleAsync()).Id);
        Assert.Null(await _flow.Subscribers.FindByAddressAsync(_flow.Get<AddressHash>().Of("never@example.org"), default));
        Assert.Equal(mails, _flow.Mail.Sent.Count); // nobody is told: the address may be a stranger's
    }

    [Fact]
    public async Task Who_asks_again_gets_a_new_week()
    {
        var wish = new SignUp(1, "slow@example.org", ["sponges"], 7, "Etc/UTC", false, 8);
        await _flow.Get<SignUpSubscriber>().RunAsync(wish, default);
        await PassAsync(days: 5);
        await _flow.Get<SignUpSubscriber>().RunAsync(wish, default);
        await PassAsync(days: 5);
        Assert.Single(await _flow.Subscribers.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Mail_that_came_back_is_kept_for_90_days_and_deliveries_for_a_year()
    {
        var now = _flow.Clock.GetUtcNow();
        await _flow.MailEvents.PutAsync(new ReturnedMail("k", "s", MailEventKind.Blocked, "full", now), default);
        await _flow.Deliveries.TrySaveAsync(new Versioned<Delivery>(
            new Delivery { SubscriberId = "s", EditionKey = "2026-03-14", State = DeliveryState.Sent, ChangedAt = now }, null), default);
        await PassAsync(days: 89);
        Assert.Single(await _flow.MailEvents.ReadAsync(DateOnly.MinValue, default).ToListAsync());
        await PassAsync(days: 2);
        Assert.Empty(await _flow.MailEvents.ReadAsync(DateOnly.MinValue, default).ToListAsync());
        Assert.Single(await _flow.Deliveries.ListAsync("s", default).ToListAsync());
        await PassAsync(days: 275);
        Assert.Empty(await _flow.Deliveries.ListAsync("s", default).ToListAsync());
    }

    private Task PassAsync(int days)
    {
        _flow.Clock.Advance(TimeSpan.FromDays(days));
        return _flow.Get<ExpireRecords>().RunAsync(default);
    }
}
