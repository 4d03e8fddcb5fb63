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
    ILookUpTable due, IPaperTable papers, StoreEntries store, IndexDigest index, LookUpPauses pauses, IEnumerable<ILookUpService> services,
    IOptions<LookUpOptions> options, TimeProvider clock, ILogger<LookUpPapers> logger)
{
    /// <summary>Papers that are looked up together.</summary>
    public const int BatchSize = 40;

    /// <summary>Papers that a run takes up: more than the services' limits let through in <see cref="RunTime"/>. What is due is read once a
    /// run, since the table knows no order but the papers' ids.</summary>
    private const int RunSize = 5_000;

    /// <summary>A run starts no batch after this time: the timer comes again.</summary>
    private static readonly TimeSpan RunTime = TimeSpan.FromMinutes(4);

    /// <summary>Days after which a paper that no service knew is asked for again; then not any more.</summary>
    private static readonly int[] Again = [1, 7, 30];

    /// <summary>The services to ask, in the order of the setting.</summary>
    public IReadOnlyList<ILookUpService> Services =>
        [.. options.Value.Names().Select(name => services.First(service => service.Name == name))];

    public Task RunAsync(CancellationToken cancellationToken) => FlowActivity.StepAsync("look-up", [], async _ =>
    {
        var all = Services;
        var started = clock.GetUtcNow();
        var waiting = all.Count > 0 ? await due.DueAsync(started, RunSize, cancellationToken) : [];
        foreach (var batch in waiting.Chunk(BatchSize).TakeWhile(_ => clock.GetUtcNow() - started < RunTime))
        {
            var paused = await pauses.CurrentAsync(cancellationToken);
            if (all.All(service => paused.ContainsKey(service.Name)))
            {
                return;
            }

            await LookUpAsync(all, paused, batch, cancellationToken);
        }
    });

    /// <param name="paused">Services that must not be asked now, by name.</param>
    private async Task LookUpAsync(
        IReadOnlyList<ILookUpService> all, IReadOnlyDictionary<string, LookUpPause> paused, IReadOnlyList<LookUpDue> due,
        CancellationToken cancellationToken)
    {
        var batch = new LookUpBatch(due, await papers.ResolveAsync([.. due.Select(d => d.Paper)], cancellationToken));
        var waitUntil = new Dictionary<string, DateTimeOffset>();
        foreach (var service in all)
        {
            if ((paused.GetValueOrDefault(service.Name) ?? await AskAsync(service, batch.OpenFor(service), cancellationToken)) is { } pause)
            {
                waitUntil[service.Name] = pause.Until;
            }
        }

        await KeepAsync(batch, cancellationToken);
        await SettleAsync(batch, waitUntil, cancellationToken);
        Log.LookedUp(logger, batch.Items.Count(item => item.Answer is not null), batch.Items.Count(item => item.Answer is null));
    }

    /// <returns>The pause that the service has asked for; null if it has answered.</returns>
    private async Task<LookUpPause?> AskAsync(ILookUpService service, List<LookUpBatch.Item> open, CancellationToken cancellationToken)
    {
        var items = open.ToDictionary<LookUpBatch.Item, Paper>(item => item.Stored.Paper, ReferenceEqualityComparer.Instance);
        try
        {
            await foreach (var answer in service.AskAsync([.. open.Select(item => item.Stored.Paper)], cancellationToken))
            {
                answer.Asked.Select(paper => items[paper]).ToList().ForEach(item => item.Take(service, answer.Found));
            }
        }
        catch (LookUpException e)
        {
            Log.NotNow(logger, service.Name, e.Message);
            return await pauses.BeginAsync(service.Name, e, cancellationToken);
        }

        open.ForEach(item => item.Asked.Add(service.Name));
        if (open.Count > 0)
        {
            await pauses.EndAsync(service.Name, cancellationToken);
        }

        return null;
    }

    /// <summary>Stored as if the digest that brought the paper had said it all, then indexed.</summary>
    private async Task KeepAsync(LookUpBatch batch, CancellationToken cancellationToken)
    {
        var found = batch.Items.Where(item => item.Answer is not null).ToList();
        foreach (var digest in found.GroupBy(item => item.Stored.Digests[0]))
        {
            await store.MergeAgainAsync(digest.Key, [.. digest.Select(item => item.Answer!)], cancellationToken);
        }

        await index.PushAsync([.. batch.Whole, .. found.Select(item => item.Stored.Id)], cancellationToken);
    }

    /// <param name="waitUntil">When services can be asked that could not be asked now: until then the others' no is not the last
    /// word.</param>
    private async Task SettleAsync(LookUpBatch batch, Dictionary<string, DateTimeOffset> waitUntil, CancellationToken cancellationToken)
    {
        var (now, done, results) = (clock.GetUtcNow(), batch.Settled.ToList(), new Dictionary<PaperId, LookUpResult>());
        foreach (var item in batch.Items)
        {
            var next = NextOf(item, waitUntil, now);
            results[item.Stored.Id] = new LookUpResult(item.Outcome, now) { Catalogue = item.Catalogue, Again = next?.At };
            if (next is null)
            {
                done.Add(item.Due);
            }
            else
            {
                await due.PostponeAsync(next, cancellationToken);
            }
        }

        await papers.NoteAsync(results, cancellationToken);
        await due.RemoveAsync([.. done.Select(d => d.Paper)], cancellationToken);
    }

    /// <returns>When a paper is looked up again; null for never.</returns>
    private static LookUpDue? NextOf(LookUpBatch.Item item, Dictionary<string, DateTimeOffset> waitUntil, DateTimeOffset now)
    {
        var waits = waitUntil.Where(service => !item.Asked.Contains(service.Key)).Select(service => service.Value).ToList();
        return item.Answer is not null ? null
            : waits.Count > 0 ? item.Due with { At = waits.Min(), Asked = [.. item.Asked] }
            : item.Due.Attempts < Again.Length ? new LookUpDue(item.Due.Paper, now.AddDays(Again[item.Due.Attempts]), item.Due.Attempts + 1)
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2501, Level = LogLevel.Information, Message = "Looked up: {Found} papers found, {Open} not")]
        public static partial void LookedUp(ILogger logger, int found, int open);

        [LoggerMessage(EventId = 2502, Level = LogLevel.Warning, Message = "{Service} could not be asked, papers wait: {Reason}")]
        public static partial void NotNow(ILogger logger, string service, string reason);
    }
}
