using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.LocalTests.Compat;

public sealed class TableQueryTests(AzuriteFixture azurite) : AzuriteTable(azurite)
{
    [Fact]
    public async Task A_query_runs_over_all_pages_in_key_order()
    {
        await FillAsync(250);
        var pages = await Table.QueryAsync<TableEntity>(maxPerPage: 100).AsPages().ToListAsync();
        Assert.Equal([100, 100, 50], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 250).Select(n => n.ToString("000")), pages.SelectMany(page => page.Values)
            .Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_token_goes_on_where_a_page_ended()
    {
        await FillAsync(30);
        var query = Table.QueryAsync<TableEntity>("N ge 10", select: ["RowKey"]);
        var first = await query.AsPages(pageSizeHint: 15).FirstAsync();
        var rest = await query.AsPages(first.ContinuationToken).SelectMany(page => page.Values.ToAsyncEnumerable()).ToListAsync();
        Assert.Equal("025", rest[0].RowKey);
        Assert.Equal(5, rest.Count);
        Assert.False(rest[0].ContainsKey("N"));
    }

    [Fact]
    public async Task Filters_are_written_from_values_of_every_type()
    {
        var (id, moment) = (Guid.NewGuid(), new DateTimeOffset(2026, 5, 6, 7, 8, 9, 10, TimeSpan.Zero));
        await Table.AddEntityAsync(new TableEntity("p", "yes")
        {
            ["S"] = "it's", ["I"] = 1, ["L"] = 5_000_000_000L, ["D"] = 1.5, ["B"] = true, ["G"] = id, ["T"] = moment,
            ["X"] = new byte[] { 1, 2 },
        });
        await Table.AddEntityAsync(new TableEntity("p", "no")
        {
            ["S"] = "its", ["I"] = 2, ["L"] = 6_000_000_000L, ["D"] = 2.5, ["B"] = false, ["G"] = Guid.NewGuid(),
            ["T"] = moment.AddMilliseconds(1), ["X"] = new byte[] { 1 },
        });
        string[] filters =
        [
            TableClient.CreateQueryFilter($"S eq {"it's"}"), TableClient.CreateQueryFilter($"I eq {1}"),
            TableClient.CreateQueryFilter($"L lt {5_000_000_001L}"),
            TableClient.CreateQueryFilter($"D lt {2.0}"), TableClient.CreateQueryFilter($"B eq {true}"),
            TableClient.CreateQueryFilter($"G eq {id}"),
            TableClient.CreateQueryFilter($"T le {moment}"), TableClient.CreateQueryFilter($"X eq {new byte[] { 1, 2 }}"),
        ];
        foreach (var filter in filters)
            Assert.Equal((filter, "yes"),
                (filter, string.Join(',', await Table.QueryAsync<TableEntity>(filter).Select(row => row.RowKey).ToListAsync())));
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_query()
    {
        Assert.Empty(await Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"none"}")).ToListAsync());
    }

    [Fact]
    public async Task A_cancelled_query_stops()
    {
        await FillAsync(30);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in Table.QueryAsync<TableEntity>(maxPerPage: 10, cancellationToken: stop.Token).AsPages())
                await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task A_malformed_filter_is_the_services_error()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(async () =>
            await Table.QueryAsync<TableEntity>("PartitionKey equals 'p'").ToListAsync());
        Assert.Equal(400, refused.Status);
    }

    private async Task FillAsync(int rows)
    {
        foreach (var batch in Enumerable.Range(0, rows).Chunk(100))
            await Table.SubmitTransactionAsync(batch.Select(n =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", n.ToString("000")) { ["N"] = n })));
    }
}
