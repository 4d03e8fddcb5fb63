using System.Diagnostics;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Ingest.Statistics;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Editions.Match;

/// <summary>Reads the arrivals that a batch of subscribers may choose from.</summary>
public sealed class FindCandidates(IArrivalTable arrivals, CorpusModels models, IOptions<EditionOptions> options)
{
    /// <summary>A paper's arrival is stamped before it is written, at most <see cref="PaperArrivals.Late"/> before: looking back this much
    /// finds those written late. What was sent already is left out by the ledger.</summary>
    public static readonly TimeSpan Overlap = PaperArrivals.Late * 2;

    private readonly CandidateSets _sets = new();

    /// <param name="cutoff">The earliest cut-off of the subscribers; the least time there is where that is not known.</param>
    /// <param name="now">Papers that arrive from now on are for the next editions.</param>
    public Task<Candidates> RunAsync(DateTimeOffset cutoff, DateTimeOffset now, CancellationToken cancellationToken) =>
        FlowActivity.StepAsync("editions.candidates", [], activity => FindAsync(cutoff, now, activity, cancellationToken));

    private async Task<Candidates> FindAsync(
        DateTimeOffset cutoff, DateTimeOffset now, Activity? activity, CancellationToken cancellationToken)
    {
        var from = Start(cutoff, now);
        var arrived = await arrivals.ReadAsync(from, now, cancellationToken).ToListAsync(cancellationToken);
        var former = arrived.SelectMany(p => p.FormerIds.Where(id => id != p.Id)).ToHashSet();
        List<StoredPaper> papers =
        [
            .. arrived.Where(p => !former.Contains(p.Id) && !p.Paper.TitleIsId)
                // The latest row, where a run stopped before it had removed an earlier one.
                .Reverse().DistinctBy(p => p.Id).Reverse()
                .DistinctBy(p => p.WorkKey()),
        ];
        activity?.SetTag("papers", papers.Count);
        return new Candidates(_sets.Get(papers, await models.CurrentAsync(cancellationToken)), papers, from, now);
    }

    /// <summary>Where a subscriber's period starts.</summary>
    public DateTimeOffset Start(DateTimeOffset cutoff, DateTimeOffset now)
    {
        var earliest = now - TimeSpan.FromDays(options.Value.LookBackDays);
        return cutoff > earliest + Overlap ? cutoff - Overlap : earliest;
    }
}
