using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Plans;

public sealed class NextEditionTests : IDisposable
{
    private readonly MemoryFlow _flow = new();

    [Fact]
    public async Task A_new_reader_has_one_due_row_at_the_planned_hour()
    {
        var subscriber = await _flow.SubscribeAsync("reader@example.org");
        var due = Assert.Single(await AllAsync());
        Assert.Equal((subscriber.Id, subscriber.NextDue, "2026-03-15"), (due.SubscriberId, due.At, due.EditionKey));
    }

    [Fact]
    public async Task A_changed_plan_moves_the_due_row()
    {
        var subscriber = await _flow.SubscribeAsync("reader@example.org");
        await ReplanAsync(subscriber.Id, s => s with { Plan = s.Plan with { Hour = 12 } });
        Assert.Equal(12, Assert.Single(await AllAsync()).At.Hour);
    }

    [Fact]
    public async Task Who_unsubscribes_is_not_due_any_more()
    {
        var subscriber = await _flow.SubscribeAsync("reader@example.org");
        await ReplanAsync(subscriber.Id, s => s with { State = SubscriberState.Unsubscribed });
        Assert.Empty(await AllAsync());
        Assert.Null((await _flow.SubscriberAsync(subscriber.Id)).NextDue);
    }

    [Fact]
    public async Task An_address_has_one_account_however_often_it_is_asked_for()
    {
        var accounts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _flow.SubscribeAsync("reader@example.org")));
        Assert.Single(accounts.Select(r => r.Id).Distinct());
        Assert.Single(await _flow.Subscribers.ListAsync(default).ToListAsync());
        Assert.Single(await AllAsync());
    }

    public void Dispose() => _flow.Dispose();

    private async Task ReplanAsync(string id, Func<Subscriber, Subscriber> change) =>
        await _flow.Get<NextEdition>().ReplanAsync((await _flow.Subscribers.FindAsync(id, default))!, null, change, default);

    private async Task<List<Due>> AllAsync() => await _flow.Due.ReadAsync(DateTimeOffset.MaxValue, default).ToListAsync();
}
