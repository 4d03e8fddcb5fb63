using System.Net;
using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

public sealed class RowJsonTests
{
    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_sent_with_its_type(object? value, string json)
    {
        var service = new FakeService();
        await service.Table.AddEntityAsync(new TableEntity("p", "r") { ["X"] = value });
        Assert.Equal($$"""{"PartitionKey":"p","RowKey":"r",{{json}}}""", service.Handler.Last.Body);
    }

    public static TheoryData<object?, string> Values() => new()
    {
        { "a\"b", """
            "X":"a\u0022b"
            """ },
        { 7, """
            "X":7
            """ },
        { 7L, """
            "X@odata.type":"Edm.Int64","X":"7"
            """ },
        { 1.5, """
            "X@odata.type":"Edm.Double","X":1.5
            """ },
        { true, """
            "X":true
            """ },
        { Guid.Empty, """
            "X@odata.type":"Edm.Guid","X":"00000000-0000-0000-0000-000000000000"
            """ },
        { new byte[] { 255, 254 }, """
            "X@odata.type":"Edm.Binary","X":"//4="
            """ },
        { new BinaryData([255, 254]), """
            "X@odata.type":"Edm.Binary","X":"//4="
            """ },
        { new DateTimeOffset(2026, 3, 14, 1, 0, 0, TimeSpan.FromHours(2)), """
            "X@odata.type":"Edm.DateTime","X":"2026-03-13T23:00:00.0000000Z"
            """ },
        { new DateTime(2026, 3, 14, 1, 0, 0, DateTimeKind.Utc).AddTicks(1), """
            "X@odata.type":"Edm.DateTime","X":"2026-03-14T01:00:00.0000001Z"
            """ },
        { null, """
            "X":null
            """ },
    };

    [Fact]
    public async Task The_etag_and_the_time_are_not_sent_back()
    {
        var service = new FakeService();
        await service.Table.UpdateEntityAsync(new TableEntity("p", "r") { ETag = new ETag("W/\"1\""), Timestamp = DateTimeOffset.UtcNow },
            new ETag("W/\"1\""));
        Assert.Equal("""{"PartitionKey":"p","RowKey":"r"}""", service.Handler.Last.Body);
        Assert.Equal("W/\"1\"", service.Handler.Last.Headers["If-Match"]);
        Assert.Equal("PATCH", service.Handler.Last.Method);
    }

    [Theory]
    [MemberData(nameof(Unstorable))]
    public async Task A_value_of_another_type_is_refused_by_name(object value)
    {
        var service = new FakeService();
        var refused = await Assert.ThrowsAsync<NotSupportedException>(() =>
            service.Table.UpsertEntityAsync(new TableEntity("p", "r") { ["Odd"] = value }));
        Assert.Contains("'Odd'", refused.Message, StringComparison.Ordinal);
        Assert.Empty(service.Handler.Requests);
    }

    public static TheoryData<object> Unstorable() => [new DateTime(2026, 3, 14), DayOfWeek.Monday, new object(), new[] { 1 }];

    [Fact]
    public async Task A_row_is_read_with_its_types()
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.OK, """
            {"odata.metadata":"https://x/$metadata#Things/@Element","odata.etag":"W/\"datetime'1'\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-03-14T01:02:03.1234567Z",
            "I":7,"Big":3000000000,"L@odata.type":"Edm.Int64","L":"7","D":1.5,"Whole@odata.type":"Edm.Double","Whole":3,"N@odata.type":"Edm.Double","N":"NaN",
            "G@odata.type":"Edm.Guid","G":"c9da6455-213d-42c9-9a79-3e9149a57833","B@odata.type":"Edm.Binary","B":"//4=",
            "T@odata.type":"Edm.DateTime","T":"2026-03-14T01:02:03Z","F":false,"S@odata.type":"Edm.String","S":"2026-03-14T01:02:03Z"}
            """));
        var row = (await service.Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(new ETag("W/\"datetime'1'\""), row.ETag);
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 1, 2, 3, TimeSpan.Zero).AddTicks(1234567), row.Timestamp);
        Assert.Equal((7, 3_000_000_000L, 7L), (row.GetInt32("I"), row.GetInt64("Big"), row.GetInt64("L")));
        Assert.Equal((1.5, 3.0, double.NaN), (row.GetDouble("D"), row.GetDouble("Whole"), row.GetDouble("N")));
        Assert.Equal(new Guid("c9da6455-213d-42c9-9a79-3e9149a57833"), row.GetGuid("G"));
        Assert.Equal([255, 254], row.GetBinaryData("B").ToArray());
        Assert.Equal(new DateTime(2026, 3, 14, 1, 2, 3, DateTimeKind.Utc), row.GetDateTime("T"));
        Assert.Equal((false, "2026-03-14T01:02:03Z"), (row.GetBoolean("F"), row.GetString("S")));
        Assert.DoesNotContain(row.Keys, key => key.Contains("metadata", StringComparison.Ordinal)
            || key.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_of_own_types_are_refused_with_the_way_out()
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.OK, "{}"));
        var write = await Assert.ThrowsAsync<NotSupportedException>(() => service.Table.AddEntityAsync(new OwnRow()));
        Assert.Contains("AzurePackages=official", write.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => service.Table.GetEntityAsync<OwnRow>("p", "r"));
    }

    private sealed class OwnRow : ITableEntity
    {
        public string PartitionKey { get; set; } = "p";

        public string RowKey { get; set; } = "r";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }
    }
}
