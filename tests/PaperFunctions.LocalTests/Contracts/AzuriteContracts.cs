using PaperFunctions.Flow.Match;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Flow.Send;
using PaperFunctions.Flow.Store;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Tests.Contracts;

namespace PaperFunctions.LocalTests.Contracts;

[Collection(AzuriteCollection.Name)]
public sealed class AzuritePaperTableTests(AzuriteFixture azurite) : PaperTableContract
{
    protected override IPaperTable Table { get; } = new PaperTable(Tables.Of(azurite));
}

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteArrivalTableTests(AzuriteFixture azurite) : ArrivalTableContract
{
    protected override IArrivalTable Table { get; } = new ArrivalTable(Tables.Of(azurite));
}

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteDigestTableTests(AzuriteFixture azurite) : DigestTableContract
{
    protected override IDigestTable Table { get; } = new DigestTable(Tables.Of(azurite));
}

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteSubscriberTableTests(AzuriteFixture azurite) : SubscriberTableContract
{
    protected override ISubscriberTable Table { get; } = new SubscriberTable(Tables.Of(azurite));
}

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteDueTableTests(AzuriteFixture azurite) : DueTableContract
{
    protected override IDueTable Table { get; } = new DueTable(Tables.Of(azurite));
}

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteDeliveryTableTests(AzuriteFixture azurite) : DeliveryTableContract
{
    protected override IDeliveryTable Table { get; } = new DeliveryTable(Tables.Of(azurite));
}

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteVoteTableTests(AzuriteFixture azurite) : VoteTableContract
{
    protected override IVoteTable Table { get; } = new VoteTable(Tables.Of(azurite));
}
