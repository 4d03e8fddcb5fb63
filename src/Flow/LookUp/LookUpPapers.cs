using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.LookUp;

/// <summary>Looks papers without an id up in public catalogues, and makes them whole: id, authors, date, links.</summary>
/// <remarks>Nothing waits for it. What a run leaves undone is still due at the next one, and doing it twice changes nothing.</remarks>
public sealed partial class LookUpPapers(
    ILookUpTable due, IPaperTable papers, StoreEntries store, IndexDigest index, IEnumerable<ILookUpService> services,
    IOptions<LookUpOptions> options, TimeProvider clock, ILogger<LookUpPapers> logger)
{
    /// <summary>Papers that are looked up together.</summary>
    public const int BatchSize = 40;

    /// <summary>Papers that a run takes up: more than the services' limits let through in <see cref="RunTime"/>. What is due is read once a
    /// run, since the table knows no order but the papers' ids.</summary>
    private const int RunSize = 5_000;

    /// <summary>A run starts no batch after this time: the timer comes again.</summary>
    private static readonly TimeSpan RunTime = TimeSpan.FromMinutes(4);

    /// <summary>Pause where a service is down and does not say for how long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Days after which a paper that no service knew is asked for again; then not any more.</summary>
    private static readonly int[] Again = [1, 7, 30];

    public Task RunAsync(CancellationToken cancellationToken) => FlowActivity.StepAsync("look-up", [], async _ =>
    {
        ILookUpService[] asked = [.. options.Value.Services.Split(',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => services.First(service => service.Name == name))];
        var started = clock.GetUtcNow();
        var waiting = asked.Length > 0 ? await due.DueAsync(started, RunSize, cancellationToken) : [];
        foreach (var batch in waiting.Chunk(BatchSize).TakeWhile(_ => clock.GetUtcNow() - started < RunTime))
        {
            await LookUpAsync(asked, batch, cancellationToken);
        }
    });

    private async Task LookUpAsync(ILookUpService[] asked, IReadOnlyList<LookUpDue> batch, CancellationToken cancellationToken)
    {
        var open = (await papers.ResolveAsync([.. batch.Select(d => d.Paper)], cancellationToken)).Where(p => LookUpDue.Wants(p.Paper))
            .ToList();
        TimeSpan? pause = null;
        var found = new List<(StoredPaper Stored, Paper Answer)>();
        foreach (var service in asked)
        {
            try
            {
                var answers = open.Count == 0 ? [] : await service.FindAsync([.. open.Select(p => p.Paper)], cancellationToken);
                found.AddRange(open.Select(p => (p, SameWork.Of(p.Paper, answers)!)).Where(pair => pair.Item2 is not null));
                open.RemoveAll(p => found.Any(pair => pair.Stored == p));
            }
            catch (LookUpException e)
            {
                Log.NotNow(logger, service.Name, e.Message);
                pause = e.RetryAfter ?? Pause;
            }
        }

        await KeepAsync(found, cancellationToken);
        await SettleAsync(batch, open, pause, cancellationToken);
        Log.LookedUp(logger, found.Count, open.Count);
    }

    /// <summary>Stored as if the digest that brought the paper had said it all, then indexed.</summary>
    private async Task KeepAsync(List<(StoredPaper Stored, Paper Answer)> found, CancellationToken cancellationToken)
    {
        foreach (var digest in found.GroupBy(pair => pair.Stored.Digests[0]))
        {
            await store.EnrichAsync(digest.Key, [.. digest.Select(pair => pair.Answer)], cancellationToken);
        }

        await index.PushAsync([.. found.Select(pair => pair.Stored.Id)], cancellationToken);
    }

    /// <param name="pause">Some service could not be asked; the others' no is then not the last word, and not counted.</param>
    private async Task SettleAsync(IReadOnlyList<LookUpDue> batch, List<StoredPaper> open, TimeSpan? pause,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var names = open.SelectMany(p => p.FormerIds.Append(p.Id)).ToHashSet();
        var later = batch.Where(d => names.Contains(d.Paper) && (pause is not null || d.Attempts < Again.Length)).ToList();
        await due.RemoveAsync([.. batch.Except(later).Select(d => d.Paper)], cancellationToken);
        foreach (var one in later)
        {
            await due.PostponeAsync(
                pause is { } wait
                    ? one with { At = now + wait }
                    : one with { At = now.AddDays(Again[one.Attempts]), Attempts = one.Attempts + 1 },
                cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2501, Level = LogLevel.Information, Message = "Looked up: {Found} papers found, {Open} not")]
        public static partial void LookedUp(ILogger logger, int found, int open);

        [LoggerMessage(EventId = 2502, Level = LogLevel.Warning, Message = "{Service} could not be asked, papers wait: {Reason}")]
        public static partial void NotNow(ILogger logger, string service, string reason);
    }
}
