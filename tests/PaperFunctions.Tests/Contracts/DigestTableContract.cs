using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;
using static PaperFunctions.Tests.Contracts.Make;

namespace PaperFunctions.Tests.Contracts;

public abstract class DigestTableContract
{
    protected abstract IDigestTable Table { get; }

    [Fact]
    public async Task A_digest_is_saved_found_and_changed_only_as_it_was_read()
    {
        var digest = Digest($"{Id()}.txt") with
        {
            State = DigestState.Partial,
            Receipt = new Receipt
            {
                Format = "trending-inline",
                Confidence = 0.9,
                Guesses = [new FormatGuess("csv", 0.1)],
                Date = new DateOnly(2026, 3, 14),
                Entries = 7,
                Fields = new Dictionary<string, int> { ["abstract"] = 6 },
                Problems = [new Problem(3, "odd", 2, 40)],
                ProblemCount = 1,
                Duration = TimeSpan.FromMilliseconds(12),
            },
        };
        var first = await Table.TrySaveAsync(new Versioned<Digest>(digest, null), None);
        Assert.NotNull(first);
        Assert.Null(await Table.TrySaveAsync(new Versioned<Digest>(digest, null), None));
        Assert.NotNull(await Table.TrySaveAsync(first with { Value = digest with { NewPapers = 5 } }, None));
        Assert.Null(await Table.TrySaveAsync(first with { Value = digest with { NewPapers = 6 } }, None));

        var found = (await Table.FindAsync(digest.Id, None))!.Value;
        Assert.Equal(5, found.NewPapers);
        Assert.Equal(digest.Receipt.Problems, found.Receipt.Problems);
        Assert.Equal(digest.Receipt.Fields, found.Receipt.Fields);
        Assert.Equal(digest.Receipt.Date, found.Receipt.Date);
        Assert.Equal(digest.ListId, found.ListId);
        Assert.Null(await Table.FindAsync(Id(), None));
    }

    [Fact]
    public async Task Digests_are_listed_newest_first_over_months()
    {
        var names = new[] { 0, 40, 20 }.Select(days => (Name: $"{Id()}-{days}", At: At().AddDays(-days))).ToList();
        foreach (var (name, at) in names)
        {
            await Table.TrySaveAsync(new Versioned<Digest>(Digest(name, at), null), None);
        }

        var listed = await Table.ListAsync(None).Select(d => d.Name).Where(n => names.Any(x => x.Name == n)).ToListAsync();

        Assert.Equal([names[0].Name, names[2].Name, names[1].Name], listed);
    }

    [Fact]
    public async Task A_list_goes_on_after_a_digest_in_the_same_month_at_the_same_instant_and_over_months()
    {
        var digests = new[] { (0, "a"), (0, "b"), (1, "c"), (40, "d") }.Select(x => Digest($"{Id()}-{x.Item2}", At().AddDays(-x.Item1)))
            .ToList();
        foreach (var digest in digests)
        {
            await Table.TrySaveAsync(new Versioned<Digest>(digest, null), None);
        }

        var all = await OursAsync(null);
        Assert.Equal(4, all.Count);
        for (var i = 0; i < all.Count; i++)
        {
            Assert.Equal(all[(i + 1)..].Select(d => d.Id), (await OursAsync(all[i])).Select(d => d.Id));
        }

        async Task<List<Digest>> OursAsync(Digest? after) =>
            await Table.ListAsync(after, None).Where(d => digests.Any(x => x.Id == d.Id)).ToListAsync();
    }

    [Fact]
    public async Task Entries_come_in_the_order_of_the_digest_and_go_as_a_whole()
    {
        var list = Id();
        var entries = Enumerable.Range(1, 1234).Select(i => new DigestEntry(i, i * 2, PaperId(), $"Title {i}")).ToList();
        await Table.PutEntriesAsync(list, [.. entries.OrderBy(e => e.Title, StringComparer.Ordinal)], None);
        await Table.PutEntriesAsync(list, entries[..10], None);

        Assert.Equal(entries, await Table.EntriesAsync(list, None).ToListAsync());
        Assert.Equal(entries[1100..], await Table.EntriesAsync(list, 1100, None).ToListAsync());
        Assert.Empty(await Table.EntriesAsync(list, 1234, None).ToListAsync());

        await Table.RemoveEntriesAsync(list, None);
        Assert.Empty(await Table.EntriesAsync(list, None).ToListAsync());
    }

    [Fact]
    public async Task Pending_digests_are_noted_once_and_taken_away()
    {
        var id = Id();
        await Table.PutPendingAsync(new PendingDigest(id, At(8)), None);
        await Table.PutPendingAsync(new PendingDigest(id, At(9), "00-1f-2e-01"), None);
        Assert.Equal(new PendingDigest(id, At(9), "00-1f-2e-01"),
            Assert.Single(await Table.PendingAsync(None).Where(p => p.DigestId == id).ToListAsync()));

        await Table.RemovePendingAsync(id, None);
        await Table.RemovePendingAsync(id, None);
        Assert.Empty(await Table.PendingAsync(None).Where(p => p.DigestId == id).ToListAsync());
    }
}
