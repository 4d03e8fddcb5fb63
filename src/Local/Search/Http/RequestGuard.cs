using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace PaperFunctions.Local.Search.Http;

/// <summary>What every request passes: version, key, and errors turned into the service's answers.</summary>
internal sealed class RequestGuard(LocalSearchOptions options)
{
    /// <summary>Stable versions of the data plane whose calls are answered.</summary>
    private static readonly HashSet<string> Versions = ["2020-06-30", "2023-11-01", "2024-07-01", "2025-09-01"];

    /// <summary>Wraps a handler that only reads: both keys may call it.</summary>
    public RequestDelegate Query(Func<HttpContext, Task> handler) => context => Run(context, handler, writes: false);

    /// <summary>Wraps a handler that changes something or shows definitions: the admin key only.</summary>
    public RequestDelegate Admin(Func<HttpContext, Task> handler) => context => Run(context, handler, writes: true);

    private async Task Run(HttpContext context, Func<HttpContext, Task> handler, bool writes)
    {
        try
        {
            CheckKey(context, writes);
            if (!Versions.Contains(context.Request.Query["api-version"].ToString()))
            {
                throw new SearchRequestException(400, "", "Invalid or missing api-version query string parameter");
            }

            await handler(context);
        }
        catch (SearchRequestException error)
        {
            await Answer(context, error);
        }
        catch (SqliteException error)
        {
            var busy = error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED;
            await Answer(context, new SearchRequestException(busy ? 503 : 500, "", $"The index file could not be used: {error.Message}"));
        }
    }

    private void CheckKey(HttpContext context, bool writes)
    {
        var key = context.Request.Headers["api-key"].ToString();
        if (key.Length == 0)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            throw new SearchRequestException(401, "Unauthorized", "The request has no api-key header.");
        }

        if (!Same(key, options.AdminKey) && (writes || options.QueryKey is null || !Same(key, options.QueryKey)))
        {
            throw new SearchRequestException(403, "Forbidden", "The api-key is not valid for this operation.");
        }
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static async Task Answer(HttpContext context, SearchRequestException error)
    {
        var body = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        if (error.DetailCode is not null)
        {
            body["details"] = new JsonArray(new JsonObject { ["code"] = error.DetailCode, ["message"] = error.Message.Split('\r')[0] });
        }

        await context.Json(error.Status, new JsonObject { ["error"] = body });
    }
}
