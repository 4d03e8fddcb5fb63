using PaperFunctions.Emulators.Search.Http;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search;

/// <summary>An emulator of Azure AI Search: it answers the REST calls that Azure.Search.Documents makes for defining an index, indexing,
/// searching and suggesting, over SQLite's FTS5. docs/local.md lists what is exact, what is approximate and what is left out.</summary>
public static class SearchEmulator
{
    /// <summary>Adds the emulator's addresses, and closes the index files when the application stops.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, SearchEmulatorOptions options)
    {
        SQLitePCL.Batteries_V2.Init();
        var catalog = new IndexCatalog(options.DataFolder);
        endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(catalog.Dispose);
        new Endpoints(catalog, options.FailDocument).Map(endpoints, new RequestGuard(options.AdminKey));
    }
}
