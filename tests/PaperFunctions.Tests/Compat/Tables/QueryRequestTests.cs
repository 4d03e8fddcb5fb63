using System.Net;
using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

public sealed class QueryRequestTests
{
    [Fact]
    public async Task A_page_names_the_next_one()
    {
        var service = new FakeService(
            RecordingHandler.Answer(HttpStatusCode.OK, """{"value":[{"RowKey":"1"}]}""",
                headers: [("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!Mg--")]),
            RecordingHandler.Answer(HttpStatusCode.OK, """{"value":[]}""", headers: [("x-ms-continuation-NextPartitionKey", "1!4!cQ--")]),
            RecordingHandler.Answer(HttpStatusCode.OK, """{"value":[{"RowKey":"2"}]}"""));
        var pages = await service.Table.QueryAsync<TableEntity>("A eq '&'", 10, ["RowKey", "B"]).AsPages().ToListAsync();

        Assert.Equal(["1", "2"], pages.SelectMany(page => page.Values).Select(row => row.RowKey));
        Assert.Equal(["1!4!cA-- 1!4!Mg--", "1!4!cQ-- ", null], pages.Select(page => page.ContinuationToken));
        const string Asked = "/Things()?$format=application/json;odata=minimalmetadata&$top=10&$select=RowKey,B&$filter=A eq '&'";
        Assert.Equal(
            [Asked, Asked + "&NextPartitionKey=1!4!cA--&NextRowKey=1!4!Mg--", Asked + "&NextPartitionKey=1!4!cQ--"],
            service.Handler.Requests.Select(sent => sent.Target));
    }

    [Fact]
    public async Task An_error_has_the_services_code_and_words()
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.BadRequest,
            """{"odata.error":{"code":"InvalidInput","message":{"lang":"en-US","value":"One of the request inputs is not valid."}}}"""));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(async () => await service.Table.QueryAsync<TableEntity>("?")
            .ToListAsync());
        Assert.Equal((400, "InvalidInput"), (failure.Status, failure.ErrorCode));
        Assert.Contains("One of the request inputs is not valid.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Gateway</html>")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"odata.error":{"code":"X"}}""")]
    [InlineData("[]")]
    public async Task An_error_in_other_words_keeps_its_status(string body)
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.Forbidden, body));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.CreateIfNotExistsAsync());
        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_not_taken_for_one_that_is_there()
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.Conflict,
            """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"Try again later."}}}"""));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.CreateIfNotExistsAsync());
        Assert.Equal("TableBeingDeleted", failure.ErrorCode);
    }

    [Fact]
    public async Task An_update_needs_an_etag_and_a_row_its_keys()
    {
        var service = new FakeService();
        await Assert.ThrowsAsync<ArgumentException>(() => service.Table.UpdateEntityAsync(new TableEntity("p", "r"), default));
        await Assert.ThrowsAsync<ArgumentNullException>(() => service.Table.AddEntityAsync(new TableEntity("p", null)));
        Assert.Empty(service.Handler.Requests);
    }
}
