using System.Text.Json;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow;

/// <summary>Rows and messages that an earlier release wrote are read by this one.</summary>
public class StoredNamesTests
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    [Fact]
    public void A_delivery_keeps_what_the_subscriber_had_asked_for()
    {
        const string Row =
            """{"subscriberId":"s","editionKey":"2026-03-14","wishes":{"interests":[],"size":{"papers":7},"exploration":true}}""";
        Assert.True(JsonSerializer.Deserialize<Delivery>(Row, Camel)!.PreferencesSnapshot!.Exploration);
    }

    [Fact]
    public void An_edition_asked_for_on_demand_stays_so()
    {
        const string Message = """{"version":1,"subscribers":[],"outOfTurn":true}""";
        Assert.True(JsonSerializer.Deserialize<EditionsDue>(Message, Camel)!.OnDemand);
    }
}
