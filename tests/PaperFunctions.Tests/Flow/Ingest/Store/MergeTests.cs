using Microsoft.Extensions.Logging.Abstractions;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Contracts;
using PaperFunctions.Tests.Flow.Parts;
using PaperFunctions.Tests.Memory;

namespace PaperFunctions.Tests.Flow.Ingest.Store;

public class MergeTests
{
    private const string Title = "Tidal Glass Sponges under Warming Currents";

    private static readonly Paper TitleOnly = new() { Title = Title, Abstract = "Short." };

    private static readonly Paper WithArxiv = new()
    {
        Title = "Tidal glass sponges under warming currents.", Abstract = "A longer abstract.", ArxivId = "2401.01234",
        Authors = ["Mira Oduya"],
    };

    private static readonly Paper WithDoi = new() { Title = Title, Doi = "10.55555/x.7", Categories = ["q-bio"] };

    private readonly MemoryPaperTable _papers = new();
    private readonly MemoryArrivalTable _arrivals = new();
    private readonly MemoryDigestTable _digests = new();
    private readonly TestClock _clock = new();

    public static TheoryData<int, int, int> Orders =>
        new() { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_paper_is_one_row_with_the_union_of_what_is_known_in_every_order_of_arrival(int first, int second, int third)
    {
        Paper[] seen = [TitleOnly, WithArxiv, WithDoi];
        await StoreAsync("a", seen[first]);
        await StoreAsync("b", seen[second]);
        await StoreAsync("c", seen[third]);

        var paper = Assert.Single(await ArrivedAsync());
        Assert.Equal(PaperText.Of(Union(seen)), PaperText.Of(paper.Paper));
        Assert.Equal(["a", "b", "c"], paper.Digests.Select(NameOf));
        Assert.All(seen, p => Assert.Equal(paper.Id, Find(p)!.Id));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task The_same_three_in_one_digest_are_one_paper(int first, int second, int third)
    {
        Paper[] seen = [TitleOnly, WithArxiv, WithDoi];
        await StoreAsync("a", seen[first], seen[second], seen[third]);
        Assert.Equal(PaperText.Of(Union(seen)), PaperText.Of(Assert.Single(await ArrivedAsync()).Paper));
        Assert.Single((await ListAsync("a")).Select(e => e.Paper).Distinct());
    }

    [Fact]
    public async Task Two_known_papers_that_turn_out_to_be_one_become_the_older_one()
    {
        await StoreAsync("a", new Paper { Title = "On Kettles", Doi = "10.55555/k" });
        _clock.Advance(TimeSpan.FromHours(1));
        await StoreAsync("b", new Paper { Title = "On Stubborn Kettles", ArxivId = "2402.00001" });
        var before = await ArrivedAsync();
        Assert.Equal(2, before.Count);

        _clock.Advance(TimeSpan.FromHours(1));
        await StoreAsync("c", new Paper { Title = "On Stubborn Kettles", ArxivId = "2402.00001", Doi = "10.55555/k" });
        var after = Assert.Single(await ArrivedAsync());
        Assert.Equal(before[0].Id, after.Id);
        Assert.Equal([before[1].Id], after.FormerIds);
        Assert.Equal(before[0].FirstSeen, after.FirstSeen);
        Assert.Equal(after.Id, Find(new Paper { Title = "x", ArxivId = "2402.00001" })!.Id);
    }

    [Fact]
    public async Task The_same_title_with_other_ids_stays_two_papers()
    {
        await StoreAsync("a", new Paper { Title = Title, ArxivId = "2401.00001" });
        await StoreAsync("b", new Paper { Title = Title, ArxivId = "2401.00002" });
        Assert.Equal(["2401.00001", "2401.00002"], (await ArrivedAsync()).Select(p => p.Paper.ArxivId).Order());
    }

    [Fact]
    public async Task A_chain_of_absorbed_papers_leads_to_the_last()
    {
        // Each listing ties the newest one so far to an older one still.
        for (var i = 0; i < 6; i++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await StoreAsync($"p{i}", Known(i));
        }

        for (var i = 4; i >= 0; i--)
        {
            await StoreAsync($"tie{i}", Known(i)
                with
            { ArxivId = Known(i).ArxivId ?? Known(i + 1).ArxivId, Doi = Known(i).Doi ?? Known(i + 1).Doi });
        }

        var paper = Assert.Single(await ArrivedAsync());
        Assert.Equal(5, paper.FormerIds.Count);
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(paper.Id, Find(Known(i))!.Id));

        static Paper Known(int i) => i % 2 == 0
            ? new Paper { Title = $"Part {i} of the kettle study", ArxivId = $"2401.0000{i}" }
            : new Paper { Title = $"Part {i} of the kettle study", Doi = $"10.55555/part{i}" };
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task What_is_taken_for_new_is_merged_all_the_same(int first, int second, int third)
    {
        Paper[] seen = [TitleOnly, WithArxiv, WithDoi];
        await StoreAsync("a", likelyNew: true, seen[first]);
        await StoreAsync("b", likelyNew: true, seen[second], new Paper { Title = "On kettles" });
        await StoreAsync("c", likelyNew: true, seen[third], new Paper { Title = "On kettles" });

        var paper = Assert.Single(await ArrivedAsync(), p => p.Paper.Title != "On kettles");
        Assert.Equal(PaperText.Of(Union(seen)), PaperText.Of(paper.Paper));
        Assert.All(seen, p => Assert.Equal(paper.Id, Find(p)!.Id));
        Assert.Equal(2, (await ArrivedAsync()).Count);
    }

    [Fact]
    public async Task A_work_whose_title_was_changed_is_the_same_paper_and_does_not_arrive_again()
    {
        var text = string.Concat(Enumerable.Repeat("Sponge reefs grow for centuries and are gone in an hour. ", 8));
        var first = new Paper { Title = "Sponge reefs", Abstract = text, Authors = ["Mira Oduya"] };
        await StoreAsync("a", first);
        Assert.Empty(await StoreAsync("b", first with { Title = "Reefs of sponge, revisited", ArxivId = "2401.01234", Authors = [] }));
        Assert.Equal(["Reefs of sponge, revisited"], (await ArrivedAsync()).Select(p => p.Paper.Title));

        await StoreAsync("c", first with { Title = "By other people", Authors = ["Juno Amsel"] });
        await StoreAsync("d", first with { Title = "With another id", ArxivId = "2401.09999" });
        await StoreAsync("e", first with { Title = "By nobody named", Abstract = text + " Again.", Authors = [] });
        Assert.Equal(4, (await ArrivedAsync()).Count);

        // Without an id, by the title of one and the abstract of another: the two are two all the same.
        await StoreAsync("f", first with { Title = "With another id" });
        Assert.Equal(["2401.01234", "2401.09999"], (await ArrivedAsync()).Select(p => p.Paper.ArxivId).OfType<string>().Order());
    }

    [Fact]
    public async Task An_alias_that_leads_nowhere_is_healed_by_the_next_arrival()
    {
        var keys = PaperKey.Of(WithArxiv);
        var lost = Make.PaperId();
        await _papers.TryWriteAsync([new PaperRow.Alias(keys[^1].ToId(), lost, null)], CancellationToken.None);
        await StoreAsync("a", TitleOnly);
        await StoreAsync("b", WithArxiv);
        var paper = Assert.Single(await ArrivedAsync());
        Assert.All([TitleOnly, WithArxiv], p => Assert.Equal(paper.Id, Find(p)!.Id));
    }

    [Fact]
    public async Task A_second_run_of_the_same_digest_changes_no_row()
    {
        await StoreAsync("a", WithDoi, WithArxiv);
        await StoreAsync("a", WithDoi, WithArxiv);
        var settled = await VersionsAsync(WithDoi, WithArxiv);
        Assert.Equal(2, (await ListAsync("a")).Count);
        await StoreAsync("a", WithDoi, WithArxiv);
        Assert.Equal(settled, await VersionsAsync(WithDoi, WithArxiv));
    }

    [Fact]
    public async Task A_paper_keeps_its_first_digest_and_the_newest_fifty()
    {
        for (var i = 0; i < 60; i++)
        {
            await StoreAsync($"d{i}", TitleOnly);
        }

        var digests = Assert.Single(await ArrivedAsync()).Digests.Select(NameOf).ToList();
        Assert.Equal(StoredPaper.MaxDigests, digests.Count);
        Assert.Equal("d0", digests[0]);
        Assert.Equal("d59", digests[^1]);
    }

    [Fact]
    public async Task Only_the_digest_that_came_first_counts_a_paper_as_new()
    {
        Assert.Single(await StoreAsync("a", TitleOnly));
        Assert.Empty(await StoreAsync("b", WithArxiv));
        Assert.Single(await StoreAsync("a", TitleOnly));
    }

    private static Paper Union(IEnumerable<Paper> papers) => papers.Aggregate(PaperUnion.Of);

    private string NameOf(string digestId) => _names[digestId];

    private readonly Dictionary<string, string> _names = [];

    private Task<IReadOnlyList<PaperId>> StoreAsync(string name, params Paper[] papers) => StoreAsync(name, likelyNew: false, papers);

    private async Task<IReadOnlyList<PaperId>> StoreAsync(string name, bool likelyNew, params Paper[] papers)
    {
        var digest = new Digest { Id = Digest.IdOf(name), Name = name, ContentHash = "0123456789abcdef" };
        _names[digest.Id] = name;
        var store = new StoreEntries(_papers, _arrivals, _digests, new MemoryLookUps(), _clock, NullLogger<StoreEntries>.Instance);
        return await store.RunAsync(digest, [.. papers.Select((p, i) => new Entry(i + 1, i + 1, p))], likelyNew, CancellationToken.None);
    }

    private StoredPaper? Find(Paper paper) =>
        _papers.ResolveAsync([PaperKey.Of(paper)[0].ToId()], CancellationToken.None).GetAwaiter().GetResult().SingleOrDefault();

    private async Task<List<StoredPaper>> ArrivedAsync() =>
        await _arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, CancellationToken.None).ToListAsync();

    private async Task<List<DigestEntry>> ListAsync(string name) =>
        await _digests.EntriesAsync($"{Digest.IdOf(name)}-0123456789ab", CancellationToken.None).ToListAsync();

    private async Task<List<string?>> VersionsAsync(params Paper[] papers)
    {
        var rows = await _papers.FindAsync([.. papers.SelectMany(PaperKey.Of).Select(k => k.ToId())], CancellationToken.None);
        return [.. rows.Values.OrderBy(r => r.Id.Value, StringComparer.Ordinal).Select(r => r.Version)];
    }
}
