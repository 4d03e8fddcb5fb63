using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using PaperFunctions.Emulators.Search;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>Who may call what, and the shape of errors.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.WithPapers();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_wrong_key_is_forbidden()
    {
        var client = new SearchIndexClient(SearchEmulatorTransport.Endpoint, new AzureKeyCredential("wrong"),
            SearchHost.Options(_host.Address));
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => client.CreateOrUpdateIndexAsync(SamplePaper.Index()));
        Assert.Equal(403, error.Status);
    }

    [Theory]
    [InlineData("/indexes('papers')/docs/$count?api-version=2023-11-01", null, HttpStatusCode.Unauthorized)]
    [InlineData("/indexes('nothing')/docs/$count?api-version=2023-11-01", SearchHost.AdminKey, HttpStatusCode.NotFound)]
    public async Task Errors_have_the_services_shape(string path, string? key, HttpStatusCode status)
    {
        using var http = new HttpClient { BaseAddress = _host.Address };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("api-key", key);
        }

        using var response = await http.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!.AsObject();
        Assert.NotNull(error["code"]);
        Assert.NotEqual("", (string?)error["message"]);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused()
    {
        using var http = new HttpClient { BaseAddress = _host.Address };
        http.DefaultRequestHeaders.Add("api-key", SearchHost.AdminKey);
        using var response = await http.PostAsync("/indexes('papers')/docs/search.post.search?api-version=2023-11-01",
            new StringContent("{nothing"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public void The_transport_serves_its_own_host_only()
    {
        using var transport = new SearchEmulatorTransport(_host.Address);
        var pipeline = HttpPipelineBuilder.Build(new SearchClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new Uri("https://papers.search.windows.net/indexes"));
        var error = Assert.Throws<InvalidOperationException>(() => pipeline.Send(message, CancellationToken.None));
        Assert.Contains("papers.search.windows.net", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SearchEmulatorTransport(new Uri("http://192.0.2.1:80")));
    }
}
