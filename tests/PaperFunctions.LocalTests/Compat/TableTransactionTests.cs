using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.LocalTests.Compat;

public sealed class TableTransactionTests(AzuriteFixture azurite) : AzuriteTable(azurite)
{
    [Fact]
    public async Task Every_kind_of_write_goes_in_one_transaction()
    {
        foreach (var key in new[] { "merged", "replaced", "deleted", "upserted" })
            await Table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });
        var tag = (await Table.GetEntityAsync<TableEntity>("p", "merged")).Value.ETag;

        var result = await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("added")),
            new(TableTransactionActionType.UpdateMerge, New("merged"), tag),
            new(TableTransactionActionType.UpdateReplace, New("replaced"), ETag.All),
            new(TableTransactionActionType.Delete, New("deleted")),
            new(TableTransactionActionType.UpsertMerge, New("upserted")),
            new(TableTransactionActionType.UpsertReplace, New("it's ünïque")),
        ]);

        Assert.Equal(202, result.GetRawResponse().Status);
        Assert.All(result.Value, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(6, result.Value.Count);
        Assert.NotEqual(tag, result.Value[1].Headers.ETag);
        var rows = await Table.QueryAsync<TableEntity>().ToDictionaryAsync(row => row.RowKey);
        Assert.Equal(["added", "it's ünïque", "merged", "replaced", "upserted"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows.Values, row => Assert.Equal("né\r\n--x", row.GetString("New")));
        Assert.Equal((1, null, 1), (rows["merged"].GetInt32("Old"), rows["replaced"].GetInt32("Old"), rows["upserted"].GetInt32("Old")));
    }

    [Fact]
    public async Task A_hundred_rows_are_one_transaction()
    {
        var rows = Enumerable.Range(0, 100)
            .Select(n => new TableTransactionAction(TableTransactionActionType.UpsertReplace, New($"{n:000}")));
        Assert.Equal(100, (await Table.SubmitTransactionAsync(rows)).Value.Count);
        Assert.Equal(100, await Table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task Three_megabytes_arrive_whole()
    {
        var rows = Enumerable.Range(0, 100)
            .Select(n => new TableEntity("p", $"{n:000}") { ["Text"] = new string((char)('a' + (n % 26)), 30_000) }).ToArray();
        await Table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        var read = await Table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(rows.Select(row => row.GetString("Text")), read.Select(row => row.GetString("Text")));
    }

    [Fact]
    public async Task A_refused_action_undoes_all()
    {
        await Table.AddEntityAsync(New("there"));
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("new")),
            new(TableTransactionActionType.Add, New("there")),
        ]));
        Assert.Equal((409, "EntityAlreadyExists"), (refused.Status, refused.ErrorCode));
        Assert.Equal(1, refused.FailedTransactionActionIndex);
        Assert.Equal(["there"], await Table.QueryAsync<TableEntity>().Select(row => row.RowKey).ToListAsync());
    }

    [Fact]
    public async Task A_stale_etag_refuses_the_transaction()
    {
        var tag = (await Table.AddEntityAsync(New("r"))).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(New("r"));
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, New("r"), tag)]));
        Assert.Equal(412, refused.Status);
    }

    [Fact]
    public async Task An_empty_transaction_is_a_mistake() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));

    private static TableEntity New(string rowKey) => new("p", rowKey) { ["New"] = "né\r\n--x" };
}
