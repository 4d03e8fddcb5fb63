using System.Net;
using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/Tables('T')")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://azurite",
        "http://azurite:10002/devstoreaccount1/Tables('T')")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=AAAA;EndpointSuffix=core.windows.net",
        "https://a.table.core.windows.net/Tables('T')")]
    [InlineData("accountname=a;accountkey=AAA=;endpointsuffix=core.chinacloudapi.cn;", "https://a.table.core.chinacloudapi.cn/Tables('T')")]
    [InlineData("AccountName=a; AccountKey=AAAA; TableEndpoint=http://127.0.0.1:4711/a; BlobEndpoint=http://127.0.0.1:1/a",
        "http://127.0.0.1:4711/a/Tables('T')")]
    public async Task An_account_is_found_at_its_endpoint(string settings, string address)
    {
        var handler = new RecordingHandler(RecordingHandler.Answer(HttpStatusCode.NoContent));
        await new TableServiceClient(settings, FakeService.Options(handler)).GetTableClient("T").DeleteAsync();
        Assert.Equal(address, handler.Last.Uri.GetLeftPart(UriPartial.Path));
    }

    [Theory]
    [InlineData("AccountName=a;AccountKey=AAAA", "EndpointSuffix")]
    [InlineData("AccountName=a;EndpointSuffix=core.windows.net", "AccountKey")]
    [InlineData("AccountName=a;AccountKey=AAAA;TableEndpoint=nowhere", "TableEndpoint")]
    [InlineData("TableEndpoint=https://a.table.core.windows.net;SharedAccessSignature=sv=1", "official")]
    [InlineData("secret", "name=value")]
    [InlineData("AccountKey=secret;AccountKey=secret", "name=value")]
    public void A_useless_one_says_what_is_missing_and_no_secret(string settings, string says)
    {
        var error = Assert.Throws<FormatException>(() => new TableServiceClient(settings));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}
