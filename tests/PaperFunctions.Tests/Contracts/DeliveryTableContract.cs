using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;
using static PaperFunctions.Tests.Contracts.Make;

namespace PaperFunctions.Tests.Contracts;

public abstract class DeliveryTableContract
{
    private readonly string _subscriber = Id();

    protected abstract IDeliveryTable Table { get; }

    [Fact]
    public async Task Of_many_who_write_a_first_row_at_once_one_succeeds()
    {
        var row = new Versioned<Delivery>(Delivery("2026-03-14", DeliveryState.Claimed), null);
        var saved = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Table.TrySaveAsync(row, None)));

        Assert.Single(saved.OfType<Versioned<Delivery>>());
    }

    [Fact]
    public async Task A_row_is_read_back_and_changed_only_as_read()
    {
        var delivery = Delivery("2026-03-14", DeliveryState.Claimed, PaperId())
            with { Reason = "because", Attempt = 2, LeaseUntil = At(9), Cutoff = At(7) };
        var first = await Table.TrySaveAsync(new Versioned<Delivery>(delivery, null), None);
        Assert.NotNull(await Table.TrySaveAsync(first! with { Value = delivery with { State = DeliveryState.Sent, MessageId = "m1" } },
            None));
        Assert.Null(await Table.TrySaveAsync(first, None));

        var found = (await Table.FindAsync(_subscriber, "2026-03-14", None))!.Value;
        Assert.Equal((DeliveryState.Sent, "m1", 2, At(7)), (found.State, found.MessageId, found.Attempt, found.Cutoff));
        Assert.Equal(delivery.Picks[0].Paper, found.Picks[0].Paper);
        Assert.Null(await Table.FindAsync(_subscriber, "2026-03-15", None));
    }

    [Fact]
    public async Task Deliveries_are_listed_newest_first_and_what_may_have_been_sent_counts_as_sent()
    {
        var papers = Enumerable.Range(0, 4).Select(_ => PaperId()).ToArray();
        await SaveAsync(Delivery("2026-03-12", DeliveryState.Sent, papers[0], papers[1]));
        await SaveAsync(Delivery("2026-03-14", DeliveryState.Failed, papers[3]));
        await SaveAsync(Delivery("2026-03-13", DeliveryState.Claimed, papers[2]));

        Assert.Equal(["2026-03-14", "2026-03-13", "2026-03-12"], await Table.ListAsync(_subscriber, None).Select(d => d.EditionKey)
            .ToListAsync());
        Assert.Equal(papers[..3].ToHashSet(), (await Table.SentPapersAsync(_subscriber, DateOnly.MinValue, None)).Papers);
        Assert.Equal([papers[2]], (await Table.SentPapersAsync(_subscriber, new DateOnly(2026, 3, 13), None)).Papers);
        Assert.Empty((await Table.SentPapersAsync(Id(), DateOnly.MinValue, None)).Papers);
    }

    private Task<Versioned<Delivery>?> SaveAsync(Delivery delivery) => Table.TrySaveAsync(new Versioned<Delivery>(delivery, null), None);

    private Delivery Delivery(string key, DeliveryState state, params PaperId[] papers) => new()
    {
        SubscriberId = _subscriber,
        EditionKey = key,
        State = state,
        Picks = [.. papers.Select(p => new DeliveredPick(p, "Title", ["why"]))],
    };
}
