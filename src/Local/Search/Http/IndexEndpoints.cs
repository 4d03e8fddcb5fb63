using System.Text.Json.Nodes;
using PaperFunctions.Local.Search.Indexes;

namespace PaperFunctions.Local.Search.Http;

/// <summary>Definitions of indexes: create, change, show, list, measure, delete.</summary>
internal static class IndexEndpoints
{
    public const string One = "/indexes('{index}')";

    public static void Map(IEndpointRouteBuilder endpoints, RequestGuard guard, IndexCatalog catalog)
    {
        endpoints.MapPost("/indexes", guard.Admin(async context =>
        {
            var file = catalog.Create(await context.ReadObject());
            await Show(context, 201, file);
        }));
        endpoints.MapPut(One, guard.Admin(async context =>
        {
            var json = await context.ReadObject();
            CheckUnchanged(context, catalog);
            var (file, created) = catalog.CreateOrUpdate(Name(context), json);
            await Show(context, created ? 201 : 200, file);
        }));
        endpoints.MapGet(One, guard.Admin(context => Show(context, 200, catalog.Get(Name(context)))));
        endpoints.MapDelete(One, guard.Admin(context =>
        {
            CheckUnchanged(context, catalog);
            catalog.Delete(Name(context));
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        }));
        endpoints.MapGet("/indexes", guard.Admin(context => List(context, catalog)));
        endpoints.MapGet(One + "/search.stats", guard.Admin(context =>
        {
            var file = catalog.Get(Name(context));
            return context.Json(200, new JsonObject { ["documentCount"] = file.Count(), ["storageSize"] = file.Size, ["vectorIndexSize"] = 0 });
        }));
        endpoints.MapGet("/servicestats", guard.Admin(context => context.Json(200, ServiceStatistics.Of(catalog))));
    }

    public static string Name(HttpContext context) => (string)context.Request.RouteValues["index"]!;

    /// <summary>Conditions of the caller: change it only if it is the version seen, or only if there is none.</summary>
    private static void CheckUnchanged(HttpContext context, IndexCatalog catalog)
    {
        var there = catalog.All.FirstOrDefault(file => file.Definition.Name == Name(context))?.ETag;
        var (match, noneMatch) = (context.Request.Headers.IfMatch.ToString(), context.Request.Headers.IfNoneMatch.ToString());
        if ((match.Length > 0 && (there is null || (match != "*" && match != there))) || (noneMatch == "*" && there is not null))
        {
            throw new SearchRequestException(412, "", "The precondition given in one of the request headers evaluated to false. No change was made to the resource from this request.");
        }
    }

    private static Task List(HttpContext context, IndexCatalog catalog)
    {
        var namesOnly = context.Request.Query["$select"] == "name";
        var items = catalog.All.Select(file => namesOnly ? new JsonObject { ["name"] = file.Definition.Name } : Full(file));
        return context.Json(200, new JsonObject { ["value"] = new JsonArray([.. items]) });
    }

    private static Task Show(HttpContext context, int status, IndexFile file)
    {
        context.Response.Headers.ETag = file.ETag;
        return context.Json(status, Full(file));
    }

    private static JsonObject Full(IndexFile file)
    {
        var json = file.Definition.Json.DeepClone().AsObject();
        json["@odata.etag"] = file.ETag;
        return json;
    }
}
