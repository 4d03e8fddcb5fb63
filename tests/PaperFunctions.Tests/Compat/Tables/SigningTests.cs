using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

public sealed class SigningTests
{
    [Fact]
    public async Task A_request_is_signed_over_its_date_and_its_path_as_encoded()
    {
        var service = new FakeService();
        await service.Table.DeleteEntityAsync("it's", "ü 1");
        var sent = service.Handler.Last;
        Assert.Equal("/Things(PartitionKey='it%27%27s',RowKey='%C3%BC%201')", sent.Uri.AbsolutePath);
        Assert.Equal($"SharedKeyLite account:{Signature(sent, "/account" + sent.Uri.AbsolutePath)}", sent.Headers["Authorization"]);
        var date = DateTimeOffset.ParseExact(sent.Headers["x-ms-date"], "r", CultureInfo.InvariantCulture);
        Assert.InRange(date, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal("2020-12-06", sent.Headers["x-ms-version"]);
    }

    [Fact]
    public async Task The_query_is_not_signed()
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.OK, """{"value":[]}"""));
        Assert.Empty(await service.Table.QueryAsync<TableEntity>("A eq 1").ToListAsync());
        Assert.Equal($"SharedKeyLite account:{Signature(service.Handler.Last, "/account/Things()")}",
            service.Handler.Last.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_emulators_account_stands_in_path_and_signature()
    {
        var handler = new RecordingHandler(RecordingHandler.Answer(HttpStatusCode.NoContent));
        await new TableServiceClient("UseDevelopmentStorage=true", FakeService.Options(handler)).GetTableClient("Things").DeleteAsync();
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1/Tables('Things')", handler.Last.Uri.GetLeftPart(UriPartial.Path));
        Assert.StartsWith("SharedKeyLite devstoreaccount1:", handler.Last.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        var service = new FakeService(RecordingHandler.Answer(HttpStatusCode.ServiceUnavailable),
            RecordingHandler.Answer(HttpStatusCode.NoContent));
        await service.Table.UpsertEntityAsync(new TableEntity("p", "r") { ["N"] = 1 });
        Assert.Equal(2, service.Handler.Requests.Count);
        Assert.All(service.Handler.Requests,
            sent => Assert.Equal($"SharedKeyLite account:{Signature(sent, "/account" + sent.Uri.AbsolutePath)}",
                sent.Headers["Authorization"]));
        Assert.Equal(service.Handler.Requests[0].Body, service.Handler.Requests[1].Body);
    }

    [Fact]
    public async Task An_identity_sends_a_token_for_storage()
    {
        var handler = new RecordingHandler(RecordingHandler.Answer(HttpStatusCode.NoContent));
        var identity = new FixedToken();
        await new TableServiceClient(new Uri("https://account.table.core.windows.net"), identity,
            FakeService.Options(handler)).GetTableClient("Things").DeleteAsync();
        Assert.Equal("Bearer secret", handler.Last.Headers["Authorization"]);
        Assert.Equal(["https://storage.azure.com/.default"], identity.Scopes);
        Assert.Equal("https://account.table.core.windows.net/Tables('Things')", handler.Last.Uri.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public async Task A_token_never_travels_without_encryption()
    {
        var handler = new RecordingHandler(RecordingHandler.Answer(HttpStatusCode.NoContent));
        var table = new TableServiceClient(new Uri("http://127.0.0.1/account"), new FixedToken(),
            FakeService.Options(handler)).GetTableClient("Things");
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.DeleteAsync());
        Assert.Empty(handler.Requests);
    }

    private static string Signature(Recorded sent, string resource) =>
        Convert.ToBase64String(HMACSHA256.HashData(FakeService.Key, Encoding.UTF8.GetBytes($"{sent.Headers["x-ms-date"]}\n{resource}")));

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("secret", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
