using Microsoft.Extensions.Logging.Abstractions;
using PaperFunctions.Flow.Ingest.Store;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>Steps that are killed at one place.</summary>
public static class Stopping
{
    /// <summary>Store that is killed once the papers are written and before their arrivals are.</summary>
    public static StoreEntries AtArrivals(MemoryFlow flow) => new(
        flow.Papers, new UnsteadyArrivalTable(flow.Arrivals, new Unsteadiness(new Random(1), stops: 1)), flow.Digests, flow.LookUps, flow.Clock,
        NullLogger<StoreEntries>.Instance);
}
