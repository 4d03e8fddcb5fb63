using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Ingest.Statistics;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Nightly;

/// <summary>Once a day: backs up what no digest can bring back, tries again what failed, builds the ranker's statistics anew, and deletes
/// what is past keeping.</summary>
public sealed partial class RefreshNightly(
    IBackups backups, RetryFailed retry, ExpireRecords expire, IArrivalTable arrivals, IModelBlobs models, IOptions<NightlyOptions> options,
    TimeProvider clock, ILogger<RefreshNightly> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        FlowActivity.StepAsync("nightly", [], _ => RefreshAsync(cancellationToken));

    /// <summary>The backup comes first; where it fails, the rest of the night's work is done before the failure is reported.</summary>
    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var backup = BackUpAsync(cancellationToken);
        await Task.WhenAny(backup);
        var retried = retry.RunAsync(cancellationToken);
        await Task.WhenAny(retried);
        var expired = expire.RunAsync(cancellationToken);
        await Task.WhenAny(expired);
        await RebuildAsync(cancellationToken);
        await Task.WhenAll(backup, retried, expired);
    }

    private async Task BackUpAsync(CancellationToken cancellationToken)
    {
        var backup = await backups.WriteAsync(cancellationToken);
        Log.BackedUp(logger, backup.Name, backup.Rows.Values.Sum());
    }

    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var papers = await NewestAsync(now, cancellationToken);
        if (papers.Count > 0)
        {
            var model = CorpusModel.Build(papers);
            await models.WriteAsync(model.Save, cancellationToken);
        }

        var expired = await arrivals.ExpireAsync(
            DateOnly.FromDateTime(now.UtcDateTime).AddDays(-options.Value.ArrivalDays), cancellationToken);
        Log.Refreshed(logger, papers.Count, expired);
    }

    /// <summary>Newest first: the statistics are bounded, and the newest count.</summary>
    private async Task<List<Paper>> NewestAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var newest = new Queue<Paper>();
        await foreach (var stored in arrivals.ReadAsync(now.AddDays(-options.Value.ArrivalDays), now, cancellationToken))
        {
            newest.Enqueue(stored.Paper);
            if (newest.Count > options.Value.ModelPapers)
            {
                newest.Dequeue();
            }
        }

        return [.. newest.Reverse()];
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7002, Level = LogLevel.Information, Message = "Backup {Backup} written, {Rows} rows")]
        public static partial void BackedUp(ILogger logger, string backup, long rows);

        [LoggerMessage(
            EventId = 7001, Level = LogLevel.Information, Message = "Statistics built from {Papers} papers; {Expired} arrivals expired")]
        public static partial void Refreshed(ILogger logger, int papers, int expired);
    }
}
