using System.Globalization;
using System.Text.Json.Nodes;
using PaperFunctions.Local.Search.Documents;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Http;

/// <summary>Single documents: index a batch, look one up, count.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, RequestGuard guard, IndexCatalog catalog, LocalSearchOptions options)
    {
        endpoints.MapPost(IndexEndpoints.One + "/docs/search.index", guard.Admin(context => Index(context, catalog, options)));
        endpoints.MapGet(IndexEndpoints.One + "/docs('{key}')", guard.Query(context => Find(context, catalog)));
        endpoints.MapGet(IndexEndpoints.One + "/docs/$count", guard.Query(context =>
        {
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync(catalog.Get(IndexEndpoints.Name(context)).Count().ToString(CultureInfo.InvariantCulture));
        }));
    }

    private static async Task Index(HttpContext context, IndexCatalog catalog, LocalSearchOptions options)
    {
        var file = catalog.Get(IndexEndpoints.Name(context));
        var actions = IndexAction.ParseBatch(await context.ReadObject(), file.Definition);
        var results = file.Write(connection => new DocumentWriter(connection, file.Definition, options.FailDocument).Apply(actions));
        var answer = new JsonObject { ["value"] = new JsonArray([.. results.Select(result => result.ToJson())]) };
        await context.Json(results.TrueForAll(result => result.Succeeded) ? 200 : 207, answer);
    }

    private static async Task Find(HttpContext context, IndexCatalog catalog)
    {
        var file = catalog.Get(IndexEndpoints.Name(context));
        var view = new DocumentView(file.Definition, context.Request.Query["$select"]);
        var json = file.Read(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT json FROM docs WHERE key = $key";
            command.Parameters.AddWithValue("$key", (string)context.Request.RouteValues["key"]!);
            return (string?)command.ExecuteScalar();
        });
        if (json is null)
        {
            context.Response.StatusCode = 404; // The service answers a missing document without a body.
            return;
        }

        await context.Json(200, view.Copy(json, []));
    }
}
