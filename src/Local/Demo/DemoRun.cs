using System.Diagnostics;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Local.Printing;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Demo;

/// <summary>One run of the main job on a fresh data folder and free ports.</summary>
internal static class DemoRun
{
    /// <summary>Longest wait for one part, far over what any sample needs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<DemoSummary> RunAsync(DemoPlan plan, Action<string> progress, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("paperfunctions-demo-").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await RunAsync(plan, data, progress, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoException($"The run did not end within {Patience.TotalMinutes:F0} minutes.");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<DemoSummary> RunAsync(
        DemoPlan plan, string data, Action<string> progress, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var stack = await LocalRuntime.StartAsync(
            new LocalOptions { Port = 0, MailPort = 0, DataFolder = data, RunTimers = false, Progress = progress }, cancellationToken);
        var start = Lap(clock);

        progress($"Dropping {plan.Files.Count} files");
        var ingest = new DemoIngest(stack);
        await ingest.RunAsync(plan.Files, cancellationToken);

        progress("Sending editions");
        clock.Restart();
        var (editions, missing) = await DemoSend.RunAsync(stack, plan, cancellationToken);
        var send = Lap(clock);
        var summary = new DemoSummary(
            [.. ingest.Digests.Select(DigestSummary.Of)],
            await CountPapersAsync(stack, ingest.Digests, cancellationToken),
            await stack.Services.GetRequiredService<IPaperIndex>().CountAsync(cancellationToken),
            editions,
            new DemoSeconds(start, ingest.StoredAfter, ingest.IndexedAfter, send))
        {
            Missing = missing,
        };
        await DemoReport.WriteAsync(summary, plan, stack.Addresses, cancellationToken);
        return summary;
    }

    /// <summary>The papers that the table holds under the entries of all digests.</summary>
    private static async Task<long> CountPapersAsync(LocalRuntime stack, IReadOnlyList<Digest> digests, CancellationToken cancellationToken)
    {
        var table = stack.Services.GetRequiredService<IDigestTable>();
        var ids = new HashSet<PaperId>();
        foreach (var digest in digests.Where(d => d.HasPapers))
        {
            ids.UnionWith(await table.EntriesAsync(digest.ListId, cancellationToken).Select(e => e.Paper).ToListAsync(cancellationToken));
        }

        return (await stack.Services.GetRequiredService<IPaperTable>().ResolveAsync(ids, cancellationToken)).Count;
    }

    private static double Lap(Stopwatch clock) => Math.Round(clock.Elapsed.TotalSeconds, 3);
}
