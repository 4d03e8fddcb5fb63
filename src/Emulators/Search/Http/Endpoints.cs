using System.Globalization;
using System.Text.Json.Nodes;
using PaperFunctions.Emulators.Search.Query;
using PaperFunctions.Emulators.Search.Storage;

namespace PaperFunctions.Emulators.Search.Http;

/// <summary>The calls that the emulator answers: list the indexes, define one, index a batch, count, search, suggest.</summary>
/// <param name="fail">See <see cref="SearchEmulatorOptions.FailDocument"/>.</param>
internal sealed class Endpoints(IndexCatalog catalog, Func<string, int?>? fail)
{
    private const string One = "/indexes('{index}')";

    public void Map(IEndpointRouteBuilder endpoints, RequestGuard guard)
    {
        endpoints.MapGet("/indexes", guard.Handle(ListAsync));
        endpoints.MapPut(One, guard.Handle(DefineAsync));
        endpoints.MapPost(One + "/docs/search.index", guard.Handle(IndexAsync));
        endpoints.MapGet(One + "/docs/$count", guard.Handle(CountAsync));
        endpoints.MapPost(One + "/docs/search.post.search", guard.Handle(async context =>
        {
            var query = new SearchQuery(File(context).Definition, await context.ReadObjectAsync());
            await context.WriteAsync(200, File(context).Read(connection => query.Run(connection, DateTimeOffset.UtcNow)));
        }));
        endpoints.MapPost(One + "/docs/search.post.suggest", guard.Handle(async context =>
        {
            var query = new SuggestQuery(File(context).Definition, await context.ReadObjectAsync());
            await context.WriteAsync(200, File(context).Read(query.Run));
        }));
    }

    private static string Name(HttpContext context) => (string)context.Request.RouteValues["index"]!;

    private IndexFile File(HttpContext context) => catalog.Get(Name(context));

    private Task ListAsync(HttpContext context) => context.WriteAsync(
        200, new JsonObject { ["value"] = new JsonArray([.. catalog.All().Select(file => file.Definition.Json.DeepClone())]) });

    private async Task DefineAsync(HttpContext context)
    {
        var (file, created) = catalog.CreateOrUpdate(Name(context), await context.ReadObjectAsync());
        await context.WriteAsync(created ? 201 : 200, file.Definition.Json);
    }

    private async Task IndexAsync(HttpContext context)
    {
        var file = File(context);
        var actions = IndexAction.ParseBatch(await context.ReadObjectAsync(), file.Definition);
        var results = file.Write(connection => new DocumentWriter(connection, file.Definition, fail).Apply(actions));
        var answer = new JsonObject { ["value"] = new JsonArray([.. results.Select(result => result.ToJson())]) };
        await context.WriteAsync(results.TrueForAll(result => result.Succeeded) ? 200 : 207, answer);
    }

    private Task CountAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(File(context).Count().ToString(CultureInfo.InvariantCulture));
    }
}
