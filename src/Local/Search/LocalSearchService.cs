using PaperFunctions.Local.Search.Http;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search;

/// <summary>
/// An Azure AI Search service for one machine: the REST calls that Azure.Search.Documents makes (api-version 2023-11-01), over
/// SQLite's FTS5. What is exact and what is approximated: docs/decisions/0020-local-search-on-fts5.md.
/// </summary>
public static class LocalSearchService
{
    /// <summary>Adds the service's addresses; closes the index files when the application stops.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, LocalSearchOptions options)
    {
        SQLitePCL.Batteries_V2.Init();
        var catalog = new IndexCatalog(options);
        endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(catalog.Dispose);

        var guard = new RequestGuard(options);
        IndexEndpoints.Map(endpoints, guard, catalog);
        DocumentEndpoints.Map(endpoints, guard, catalog, options);
        QueryEndpoints.Map(endpoints, guard, catalog);
    }
}
