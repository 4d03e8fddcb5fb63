using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.LookUp;

/// <summary>Several catalogues, of which some are busy. How they are asked over HTTP is tested with the real ones.</summary>
public sealed class LookUpPapersTests : IDisposable
{
    private static readonly string[] Titles =
        ["Tidal Sponges That Remember Their Currents", "Polar Kelp That Remembers Its Winters", "Desert Harbours Without Any Water At All"];

    private readonly MemoryFlow _flow = new();
    private readonly Scripted _first = new("arxiv", "arXiv");
    private readonly Scripted _second = new("crossref", "Crossref");

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_busy_catalogue_is_asked_at_its_time_and_the_others_not_again()
    {
        await _flow.DropAsync("one.txt", Titles);
        _second.Busy = new LookUpException("Busy.", TimeSpan.FromHours(2));
        await RunAsync();
        Assert.Equal((3, 1), (_first.Asked.Count, _second.Requests));
        Assert.All(_flow.LookUps.Rows.Values, due => Assert.Equal((0, _flow.Clock.GetUtcNow().AddHours(2)), (due.Attempts, due.At)));

        _flow.Clock.Advance(TimeSpan.FromHours(1));
        await _flow.DropAsync("two.txt", "Glass Reefs That Count Their Visitors");
        await RunAsync();
        Assert.Equal((4, 1), (_first.Asked.Count, _second.Requests));

        _second.Busy = null;
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Equal((4, 4), (_first.Asked.Count, _second.Asked.Count));
        Assert.Empty(_flow.LookUps.Pauses);
        Assert.All(_flow.LookUps.Rows.Values, due => Assert.Equal((1, _flow.Clock.GetUtcNow().AddDays(1)), (due.Attempts, due.At)));
        _flow.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Equal((8, 8), (_first.Asked.Count, _second.Asked.Count));
    }

    [Fact]
    public async Task What_was_answered_before_a_fault_is_kept()
    {
        await _flow.DropAsync("one.txt", Titles);
        _first.Known[Titles[0]] = [Work(Titles[0], "2401.00001")];
        (_first.Busy, _first.BusyAfter) = (new LookUpException("Busy."), 2);
        await RunAsync();
        Assert.Equal("2401.00001", (await PaperAsync(Titles[0])).Paper.ArxivId);
        Assert.Equal(["", "crossref"], _flow.LookUps.Rows.Values.Select(d => string.Join(',', d.Asked.Order())).Order());
    }

    [Fact]
    public async Task The_outcome_is_in_the_papers_row()
    {
        await _flow.DropAsync("one.txt", Titles);
        _second.Known[Titles[0]] = [Work(Titles[0], "2401.00001")];
        _first.Known[Titles[1]] = [Work(Titles[1], "2401.00002"), Work(Titles[1], "2401.00003")];
        await RunAsync();
        var now = _flow.Clock.GetUtcNow();
        Assert.Equal(new LookUpResult(LookUpOutcome.Found, now) { Catalogue = "Crossref" }, (await PaperAsync(Titles[0])).LookUp);
        Assert.Equal(
            new LookUpResult(LookUpOutcome.Ambiguous, now) { Catalogue = "arXiv", Again = now.AddDays(1) },
                (await PaperAsync(Titles[1])).LookUp);
        Assert.Equal("Looked for on 14 March 2026, not found. Asked again on 15 March 2026.", $"{(await PaperAsync(Titles[2])).LookUp}");

        foreach (var days in new[] { 1, 7, 30 })
        {
            _flow.Clock.Advance(TimeSpan.FromDays(days));
            await RunAsync();
        }

        Assert.EndsWith("not found. Not asked again.", $"{(await PaperAsync(Titles[2])).LookUp}", StringComparison.Ordinal);
        Assert.Empty(_flow.LookUps.Rows);
    }

    [Fact]
    public async Task A_catalogue_that_keeps_failing_is_asked_less_and_less()
    {
        var pauses = _flow.Get<LookUpPauses>();
        var lengths = new List<TimeSpan>();
        for (var failure = 0; failure < 9; failure++)
        {
            lengths.Add((await pauses.BeginAsync("arxiv", new LookUpException("Down."), default)).Until - _flow.Clock.GetUtcNow());
        }

        Assert.Equal([15, 30, 60, 120, 240, 480, 960, 1440, 1440], lengths.Select(length => length.TotalMinutes));
        await pauses.EndAsync("arxiv", default);
        var asked = await pauses.BeginAsync("arxiv", new LookUpException("Busy.", TimeSpan.FromDays(90)), default);
        Assert.Equal((1, 7), (asked.Failures, (asked.Until - _flow.Clock.GetUtcNow()).TotalDays));
    }

    [Fact]
    public async Task Papers_that_were_found_while_search_was_down_reach_it_later()
    {
        await _flow.DropAsync("one.txt", Titles);
        _first.Known[Titles[0]] = [Work(Titles[0], "2401.00001")];
        _flow.Index.Down = true;
        await Assert.ThrowsAsync<IndexUnavailableException>(RunAsync);
        _flow.Index.Down = false;
        await RunAsync();
        Assert.Contains(_flow.Index.Documents.Values, paper => paper.Paper.ArxivId == "2401.00001");
    }

    private Task RunAsync() => new LookUpPapers(
        _flow.LookUps, _flow.Papers, _flow.Get<StoreEntries>(), _flow.Get<IndexDigest>(), _flow.Get<LookUpPauses>(), [_first, _second],
        Options.Create(new LookUpOptions { Services = "arxiv,crossref" }), _flow.Clock,
            NullLogger<LookUpPapers>.Instance).RunAsync(default);

    private async Task<StoredPaper> PaperAsync(string title) =>
        (await _flow.Papers.ResolveAsync([PaperKey.Of(new Paper { Title = title })[0].ToId()], default))[0];

    private static Paper Work(string title, string arxivId) => new() { Title = title, ArxivId = arxivId };

    /// <summary>A catalogue that knows what a test says, and is busy when a test says so.</summary>
    private sealed class Scripted(string name, string title) : ILookUpService
    {
        public string Name => name;

        public string Title => title;

        public Dictionary<string, Paper[]> Known { get; } = [];

        public LookUpException? Busy { get; set; }

        /// <summary>Requests that are answered before it is busy.</summary>
        public int BusyAfter { get; set; }

        public int Requests { get; private set; }

        public List<string> Asked { get; } = [];

        public async IAsyncEnumerable<LookUpAnswer> AskAsync(
            IReadOnlyList<Paper> papers, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var (number, paper) in papers.OrderBy(paper => Array.IndexOf(Titles, paper.Title)).Index())
            {
                await Task.Yield();
                Requests++;
                if (Busy is not null && number >= BusyAfter)
                {
                    throw Busy;
                }

                Asked.Add(paper.Title);
                yield return new LookUpAnswer([paper], Known.GetValueOrDefault(paper.Title) ?? []);
            }
        }
    }
}
