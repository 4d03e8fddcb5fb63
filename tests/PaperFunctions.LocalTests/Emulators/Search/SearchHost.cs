using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperFunctions.Emulators.Search;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>The local search service on a free port over a fresh folder, and the official client for it.</summary>
public sealed class SearchHost : IAsyncDisposable
{
    public const string AdminKey = "test-admin";

    private readonly WebApplication _app;

    private SearchHost(WebApplication app, string folder)
    {
        _app = app;
        Folder = folder;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Indexes = new SearchIndexClient(SearchEmulatorTransport.Endpoint, new AzureKeyCredential(AdminKey), Options(Address));
        Papers = Indexes.GetSearchClient("papers");
    }

    public string Folder { get; }

    public Uri Address { get; }

    public SearchIndexClient Indexes { get; }

    public SearchClient Papers { get; }

    public static async Task<SearchHost> Start(string? folder = null, Func<string, int?>? fail = null)
    {
        folder ??= Directory.CreateTempSubdirectory("papers-search-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        SearchEmulator.Map(app, new SearchEmulatorOptions { DataFolder = folder, AdminKey = AdminKey, FailDocument = fail });
        await app.StartAsync();
        return new SearchHost(app, folder);
    }

    /// <summary>Started, with the index and the five sample papers in it.</summary>
    public static async Task<SearchHost> WithPapers()
    {
        var host = await Start();
        await host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index());
        await host.Papers.UploadDocumentsAsync(SamplePaper.All);
        return host;
    }

    public static SearchClientOptions Options(Uri address) => new()
    {
        Transport = new SearchEmulatorTransport(address),
        Retry = { MaxRetries = 0 },
    };

    public async Task<long> Count() => await Papers.GetDocumentCountAsync();

    /// <summary>Stops the service and keeps its files.</summary>
    public async Task Stop()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(Folder, recursive: true);
    }
}
