using System.Text.Json;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

using static PaperFunctions.Tests.Contracts.Make;

namespace PaperFunctions.Tests.Contracts;

public abstract class SubscriberTableContract
{
    protected abstract ISubscriberTable Table { get; }

    [Fact]
    public async Task A_subscriber_is_saved_found_and_changed_only_as_read()
    {
        var subscriber = Subscriber(Id());
        var first = await Table.TrySaveAsync(new Versioned<Subscriber>(subscriber, null), None);
        Assert.NotNull(first);
        Assert.Null(await Table.TrySaveAsync(new Versioned<Subscriber>(subscriber, null), None));
        Assert.Equal(JsonSerializer.Serialize(subscriber), JsonSerializer.Serialize((await Table.FindAsync(subscriber.Id, None))!.Value));

        Assert.NotNull(await Table.TrySaveAsync(first with { Value = subscriber with { Exploration = false } }, None));
        Assert.Null(await Table.TrySaveAsync(first, None));
        Assert.False((await Table.FindAsync(subscriber.Id, None))!.Value.Exploration);
    }

    [Fact]
    public async Task A_deleted_subscriber_is_gone_and_is_not_written_again()
    {
        var row = await Table.TrySaveAsync(new Versioned<Subscriber>(Subscriber(Id()), null), None);
        await Table.DeleteAsync(row!.Value.Id, None);

        Assert.Null(await Table.FindAsync(row.Value.Id, None));
        Assert.Null(await Table.TrySaveAsync(row, None));
        await Table.DeleteAsync(row.Value.Id, None);
    }

    [Fact]
    public async Task Of_many_who_claim_an_address_at_once_one_holds_it()
    {
        var address = Id() + Id();
        var claimed = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Table.ClaimAddressAsync(address, Id(), None)));

        var holder = Assert.Single(claimed.Distinct());
        Assert.Equal(holder, await Table.FindByAddressAsync(address, None));

        await Table.ReleaseAddressAsync(address, None);
        Assert.Null(await Table.FindByAddressAsync(address, None));
    }

    [Fact]
    public async Task All_are_listed()
    {
        var id = Id();
        await Table.TrySaveAsync(new Versioned<Subscriber>(Subscriber(id), null), None);

        Assert.Contains(id, await Table.ListAsync(None).Select(s => s.Id).ToListAsync());
    }
}
