using System.Net;
using Azure;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

public sealed class TransactionTests
{
    private const string Accepted = """
        --batchresponse_b
        Content-Type: multipart/mixed; boundary=changesetresponse_c

        --changesetresponse_c
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        X-Content-Type-Options: nosniff
        DataServiceVersion: 1.0;
        ETag: W/"datetime'2026-03-14T01%3A02%3A03Z'"


        --changesetresponse_c
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        DataServiceVersion: 1.0;


        --changesetresponse_c--
        --batchresponse_b--
        """;

    private const string Refused = """
        --batchresponse_b
        Content-Type: multipart/mixed; boundary=changesetresponse_c

        --changesetresponse_c
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 409 Conflict
        Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8

        {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"1:The specified entity already exists.\nRequestId:x"}}}
        --changesetresponse_c--
        --batchresponse_b--
        """;

    [Fact]
    public async Task The_writes_stand_in_one_changeset()
    {
        var service = Answering(Accepted, "\r\n");
        await service.Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "é") { ["N"] = 1L }),
            new(TableTransactionActionType.Delete, new TableEntity("p", "it's"), new ETag("W/\"1\"")),
        ]);

        var sent = service.Handler.Last;
        Assert.Equal(("POST", "https://account.table.core.windows.net/$batch"), (sent.Method, sent.Uri.AbsoluteUri));
        var batch = sent.Headers["Content-Type"].Split("boundary=")[1];
        var changeset = sent.Body.Split("boundary=")[1].Split("\r\n")[0];
        Assert.StartsWith("multipart/mixed;", sent.Headers["Content-Type"], StringComparison.Ordinal);
        var expected = $$"""
            --{{batch}}
            Content-Type: multipart/mixed; boundary={{changeset}}

            --{{changeset}}
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://account.table.core.windows.net/Things?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Accept: application/json;odata=minimalmetadata
            Prefer: return-no-content
            Content-Type: application/json

            {"PartitionKey":"p","RowKey":"\u00E9","N@odata.type":"Edm.Int64","N":"1"}
            --{{changeset}}
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE https://account.table.core.windows.net/Things(PartitionKey='p',RowKey='it%27%27s')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Accept: application/json;odata=minimalmetadata
            If-Match: W/"1"


            --{{changeset}}--
            --{{batch}}--

            """;
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), sent.Body);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Each_write_has_its_answer(string lineBreak)
    {
        var answers = (await Answering(Accepted, lineBreak).Table.SubmitTransactionAsync([Any, Any])).Value;
        Assert.Equal([204, 204], answers.Select(answer => answer.Status));
        Assert.Equal("No Content", answers[0].ReasonPhrase);
        Assert.Equal(new ETag("W/\"datetime'2026-03-14T01%3A02%3A03Z'\""), answers[0].Headers.ETag);
        Assert.Equal(["X-Content-Type-Options", "DataServiceVersion", "ETag"], answers[0].Headers.Select(header => header.Name));
        Assert.Null(answers[1].Headers.ETag);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task A_refusal_says_which_write_and_why(string lineBreak)
    {
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Answering(Refused, lineBreak).Table.SubmitTransactionAsync([Any, Any]));
        Assert.Equal((409, "EntityAlreadyExists", 1), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_refusal_of_the_whole_request_is_no_refused_write()
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.RequestEntityTooLarge,
            """{"odata.error":{"code":"RequestBodyTooLarge","message":{"lang":"en-US","value":"Too large."}}}"""));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.SubmitTransactionAsync([Any]));
        Assert.Equal((413, "RequestBodyTooLarge"), (failure.Status, failure.ErrorCode));
        Assert.IsNotType<TableTransactionFailedException>(failure);
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge, "PATCH", "*")]
    [InlineData(TableTransactionActionType.UpdateReplace, "PUT", "*")]
    [InlineData(TableTransactionActionType.UpsertMerge, "PATCH", null)]
    [InlineData(TableTransactionActionType.UpsertReplace, "PUT", null)]
    public async Task Updates_carry_the_etag_and_upserts_none(TableTransactionActionType type, string method, string? ifMatch)
    {
        var service = Answering(Accepted, "\r\n");
        await service.Table.SubmitTransactionAsync([new(type, new TableEntity("p", "r"), ETag.All)]);
        Assert.Contains($"\r\n{method} https://", service.Handler.Last.Body, StringComparison.Ordinal);
        Assert.Equal(ifMatch is not null, service.Handler.Last.Body.Contains($"If-Match: {ifMatch}", StringComparison.Ordinal));
    }

    private static TableTransactionAction Any => new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "r"));

    private static FakeService Answering(string body, string lineBreak) =>
        new(RecordingHandler.Answer(HttpStatusCode.Accepted, body.ReplaceLineEndings(lineBreak),
            "multipart/mixed; boundary=batchresponse_b"));
}
