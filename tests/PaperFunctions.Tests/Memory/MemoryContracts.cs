using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Tests.Contracts;

namespace PaperFunctions.Tests.Memory;

public sealed class MemoryPaperTableTests : PaperTableContract
{
    protected override IPaperTable Table { get; } = new MemoryPaperTable();
}

public sealed class MemoryArrivalTableTests : ArrivalTableContract
{
    protected override IArrivalTable Table { get; } = new MemoryArrivalTable();
}

public sealed class MemoryDigestTableTests : DigestTableContract
{
    protected override IDigestTable Table { get; } = new MemoryDigestTable();
}

public sealed class MemorySubscriberTableTests : SubscriberTableContract
{
    protected override ISubscriberTable Table { get; } = new MemorySubscriberTable();
}

public sealed class MemoryDueTableTests : DueTableContract
{
    protected override IDueTable Table { get; } = new MemoryDueTable();
}

public sealed class MemoryDeliveryTableTests : DeliveryTableContract
{
    protected override IDeliveryTable Table { get; } = new MemoryDeliveryTable();
}

public sealed class MemoryVoteTableTests : VoteTableContract
{
    protected override IVoteTable Table { get; } = new MemoryVoteTable();
}
