using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Http;

/// <summary>What every request passes: its key is checked, and errors become the service's answers.</summary>
internal sealed class RequestGuard(string adminKey)
{
    public RequestDelegate Handle(Func<HttpContext, Task> handler) => async context =>
    {
        try
        {
            CheckKey(context);
            await handler(context);
        }
        catch (SearchRequestException error)
        {
            await AnswerAsync(context, error);
        }
        catch (SqliteException error)
        {
            var busy = error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED;
            await AnswerAsync(
                context, new SearchRequestException(busy ? 503 : 500, "", $"The index file could not be used: {error.Message}"));
        }
    };

    private void CheckKey(HttpContext context)
    {
        var key = context.Request.Headers["api-key"].ToString();
        if (key.Length == 0)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            throw new SearchRequestException(401, "Unauthorized", "The request has no api-key header.");
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(adminKey)))
        {
            throw new SearchRequestException(403, "Forbidden", "The api-key is not valid for this operation.");
        }
    }

    private static async Task AnswerAsync(HttpContext context, SearchRequestException error)
    {
        var body = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        if (error.DetailCode is not null)
        {
            body["details"] = new JsonArray(new JsonObject { ["code"] = error.DetailCode, ["message"] = error.Message.Split('\r')[0] });
        }

        await context.WriteAsync(error.Status, new JsonObject { ["error"] = body });
    }
}
