using Microsoft.Extensions.Logging.Abstractions;
using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>Steps that are killed at one place.</summary>
public static class Stopping
{
    /// <summary>Store that is killed once the papers are written and before their arrivals are.</summary>
    public static StoreEntries AtArrivals(MemoryFlow flow) =>
        Store(flow, new UnsteadyArrivalTable(flow.Arrivals, new Unsteadiness(new Random(1), stops: 1)));

    /// <summary>A digest's run that is killed once so many papers have arrived; each part takes six seconds.</summary>
    public static ReceiveDigest After(MemoryFlow flow, int papers) => After(flow, papers, out _);

    /// <param name="stored">Tells how many papers were stored by this run.</param>
    public static ReceiveDigest After(MemoryFlow flow, int papers, out Func<int> stored)
    {
        var arrivals = new CountingArrivalTable(flow, papers);
        stored = () => arrivals.Count;
        return new ReceiveDigest(
            flow.Blobs, flow.Get<DigestRows>(), flow.Get<ReadDigest>(), Store(flow, arrivals), flow.Queues,
            flow.Get<FlowMetrics>(), flow.Clock,
            NullLogger<ReceiveDigest>.Instance);
    }

    private static StoreEntries Store(MemoryFlow flow, IArrivalTable arrivals) =>
        new(flow.Papers, arrivals, flow.Digests, flow.LookUps, flow.Clock, NullLogger<StoreEntries>.Instance);

    private sealed class CountingArrivalTable(MemoryFlow flow, int most) : IArrivalTable
    {
        public int Count { get; private set; }

        public Task PutAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
        {
            flow.Clock.Advance(TimeSpan.FromSeconds(6));
            Count = Count + papers.Count > most ? throw new StoppedException() : Count + papers.Count;
            return flow.Arrivals.PutAsync(papers, cancellationToken);
        }

        public Task<IReadOnlySet<PaperId>> FindAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken) =>
            flow.Arrivals.FindAsync(papers, cancellationToken);

        public Task RemoveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken) =>
            flow.Arrivals.RemoveAsync(papers, cancellationToken);

        public IAsyncEnumerable<StoredPaper> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
            flow.Arrivals.ReadAsync(from, to, cancellationToken);

        public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken) =>
            flow.Arrivals.ExpireAsync(before, cancellationToken);
    }
}
