using Microsoft.AspNetCore.Http.Extensions;
using PaperFunctions.Local.Search.Indexes;
using PaperFunctions.Local.Search.Query;
using PaperFunctions.Local.Search.Suggest;

namespace PaperFunctions.Local.Search.Http;

/// <summary>Search, suggestions and completions.</summary>
internal static class QueryEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, RequestGuard guard, IndexCatalog catalog)
    {
        endpoints.MapPost(IndexEndpoints.One + "/docs/search.post.search", guard.Query(async context =>
        {
            var file = catalog.Get(IndexEndpoints.Name(context));
            var query = new SearchQuery(file.Definition, await context.ReadObject());
            await context.Json(200, file.Read(connection => query.Run(connection, context.Request.GetDisplayUrl(), DateTimeOffset.UtcNow)));
        }));
        endpoints.MapPost(IndexEndpoints.One + "/docs/search.post.suggest", guard.Query(async context =>
        {
            var file = catalog.Get(IndexEndpoints.Name(context));
            var query = new SuggestQuery(file.Definition, await context.ReadObject());
            await context.Json(200, file.Read(query.Run));
        }));
        endpoints.MapPost(IndexEndpoints.One + "/docs/search.post.autocomplete", guard.Query(async context =>
        {
            var file = catalog.Get(IndexEndpoints.Name(context));
            var query = new AutocompleteQuery(file.Definition, await context.ReadObject());
            await context.Json(200, file.Read(query.Run));
        }));
    }
}
