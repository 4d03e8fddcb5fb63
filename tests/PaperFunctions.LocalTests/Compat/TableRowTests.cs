using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.LocalTests.Compat;

public sealed class TableRowTests(AzuriteFixture azurite) : AzuriteTable(azurite)
{
    [Fact]
    public async Task A_table_is_made_once_and_deleting_it_twice_is_no_error()
    {
        var other = new TableServiceClient(Azurite.ConnectionString).GetTableClient("Other");
        Assert.Equal(204, (await other.CreateIfNotExistsAsync()).GetRawResponse().Status);
        Assert.Equal(409, (await other.CreateIfNotExistsAsync()).GetRawResponse().Status);
        Assert.Equal(204, (await other.DeleteAsync()).Status);
        Assert.Equal(404, (await other.DeleteAsync()).Status);
    }

    [Fact]
    public async Task Every_type_comes_back_as_it_went()
    {
        var moment = new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.FromHours(2)).AddTicks(5358979);
        var id = Guid.NewGuid();
        var row = new TableEntity("p", "r")
        {
            ["Text"] = "Zoë said \"naïve\" <b>\n\u2028🙂", ["Empty"] = "", ["Int"] = -7, ["Long"] = long.MinValue, ["SmallLong"] = 5L,
            ["Double"] = 2.5,
            ["WholeDouble"] = 3.0, ["Yes"] = true, ["Id"] = id, ["Bytes"] = new byte[] { 0, 255, 7 }, ["Moment"] = moment,
            ["Utc"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), ["Nothing"] = null,
        };
        await Table.AddEntityAsync(row);

        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal("Zoë said \"naïve\" <b>\n\u2028🙂", read.GetString("Text"));
        Assert.Equal("", read.GetString("Empty"));
        Assert.Equal(-7, read.GetInt32("Int"));
        Assert.Equal(long.MinValue, read.GetInt64("Long"));
        Assert.Equal(5L, read.GetInt64("SmallLong"));
        Assert.Equal(2.5, read.GetDouble("Double"));
        Assert.Equal(3.0, read.GetDouble("WholeDouble"));
        Assert.True(read.GetBoolean("Yes"));
        Assert.Equal(id, read.GetGuid("Id"));
        Assert.Equal([0, 255, 7], read.GetBinary("Bytes"));
        Assert.Equal(moment, read.GetDateTimeOffset("Moment"));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), read.GetDateTime("Utc"));
        Assert.Null(read.GetString("Nothing"));
        Assert.InRange(read.Timestamp!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.NotEqual(default, read.ETag);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("O'Neill's 'keys'")]
    [InlineData("space and + and & and = and ,")]
    [InlineData("100%41 %2F")]
    [InlineData("(round) [square] {curly} ~ ! * ; : @ $ \" < > |")]
    [InlineData("ünï 论文 🙂")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Any_key_the_service_allows_can_be_written_read_changed_found_and_deleted(string key)
    {
        await Table.AddEntityAsync(new TableEntity(key, key) { ["N"] = 1 });
        var read = (await Table.GetEntityAsync<TableEntity>(key, key)).Value;
        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        await Table.UpdateEntityAsync(new TableEntity(key, key) { ["N"] = 2 }, read.ETag);
        var found = await Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}"))
            .SingleAsync();
        Assert.Equal(2, found.GetInt32("N"));
        Assert.Equal(204, (await Table.DeleteEntityAsync(key, key, found.ETag)).Status);
    }

    [Fact]
    public async Task A_second_add_is_refused()
    {
        await Table.AddEntityAsync(Row("r"));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(Row("r")));
        Assert.Equal((409, "EntityAlreadyExists"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_an_error_or_no_value()
    {
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => Table.GetEntityAsync<TableEntity>("p", "r"));
        Assert.Equal((404, "ResourceNotFound"), (missing.Status, missing.ErrorCode));
        var absent = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        Assert.False(absent.HasValue);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_named_so()
    {
        var nowhere = new TableServiceClient(Azurite.ConnectionString).GetTableClient("Nowhere");
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => nowhere.AddEntityAsync(Row("r")));
        Assert.Equal((404, "TableNotFound"), (missing.Status, missing.ErrorCode));
    }

    [Fact]
    public async Task Merging_keeps_what_was_not_sent_and_replacing_removes_it()
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3 });
        var merged = (await Table.GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!;
        Assert.Equal((1, 3), (merged.GetInt32("A"), merged.GetInt32("B")));
        await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["B"] = 4 }, ETag.All, TableUpdateMode.Replace);
        var replaced = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((null, 4), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Fact]
    public async Task Only_the_holder_of_the_latest_etag_may_write()
    {
        var first = (await Table.AddEntityAsync(Row("r"))).Headers.ETag!.Value;
        var second = (await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 1 }, first)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);
        var late =
            await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(Row("r"), first, TableUpdateMode.Replace));
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (late.Status, late.ErrorCode));
        var lateDelete = await Assert.ThrowsAsync<RequestFailedException>(() => Table.DeleteEntityAsync("p", "r", first));
        Assert.Equal(412, lateDelete.Status);
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "r", second)).Status);
    }

    [Fact]
    public async Task Updating_a_row_that_is_not_there_fails()
    {
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(Row("r"), ETag.All));
        Assert.Equal(404, missing.Status);
    }

    [Fact]
    public async Task Only_selected_properties_are_read()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = "b" });
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r", ["RowKey", "B"])).Value;
        Assert.Equal(("r", "b", null), (read.RowKey, read.GetString("B"), read.GetInt32("A")));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var intruder = new TableServiceClient($"AccountName=devstoreaccount1;AccountKey=d3Jvbmc=;TableEndpoint={Azurite.TableEndpoint}");
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => intruder.GetTableClient(Table.Name).AddEntityAsync(Row("r")));
        Assert.Equal(403, refused.Status);
    }
}
