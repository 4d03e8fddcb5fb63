using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Tests.Contracts;

namespace PaperFunctions.LocalTests.Contracts;

public sealed class AzuritePaperTableTests(AzuriteFixture azurite) : PaperTableContract, IClassFixture<AzuriteFixture>
{
    protected override IPaperTable Table { get; } = new PaperTable(Tables.Of(azurite));
}

public sealed class AzuriteArrivalTableTests(AzuriteFixture azurite) : ArrivalTableContract, IClassFixture<AzuriteFixture>
{
    protected override IArrivalTable Table { get; } = new ArrivalTable(Tables.Of(azurite));
}

public sealed class AzuriteDigestTableTests(AzuriteFixture azurite) : DigestTableContract, IClassFixture<AzuriteFixture>
{
    protected override IDigestTable Table { get; } = new DigestTable(Tables.Of(azurite));
}

public sealed class AzuriteSubscriberTableTests(AzuriteFixture azurite) : SubscriberTableContract, IClassFixture<AzuriteFixture>
{
    protected override ISubscriberTable Table { get; } = new SubscriberTable(Tables.Of(azurite));
}

public sealed class AzuriteDueTableTests(AzuriteFixture azurite) : DueTableContract, IClassFixture<AzuriteFixture>
{
    protected override IDueTable Table { get; } = new DueTable(Tables.Of(azurite));
}

public sealed class AzuriteDeliveryTableTests(AzuriteFixture azurite) : DeliveryTableContract, IClassFixture<AzuriteFixture>
{
    protected override IDeliveryTable Table { get; } = new DeliveryTable(Tables.Of(azurite));
}

public sealed class AzuriteVoteTableTests(AzuriteFixture azurite) : VoteTableContract, IClassFixture<AzuriteFixture>
{
    protected override IVoteTable Table { get; } = new VoteTable(Tables.Of(azurite));
}
