using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Http;

/// <summary>JSON in and out, within the service's size limit.</summary>
internal static class HttpJson
{
    /// <summary>The most that a request's body may hold: 16 MB.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    private static readonly JsonSerializerOptions Output = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(this HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; odata.metadata=none";
        context.Response.Headers["OData-Version"] = "4.0";
        await context.Response.WriteAsync(body.ToJsonString(Output), context.RequestAborted);
    }

    /// <summary>The body as an object; 413 where it is too large, 400 where it is not one.</summary>
    public static async Task<JsonObject> ReadObjectAsync(this HttpContext context)
    {
        var bytes = await ReadBytesAsync(context);
        try
        {
            return JsonNode.Parse(bytes) as JsonObject ?? throw NotJson("The body is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw NotJson(error.Message);
        }
        catch (ArgumentException error)
        {
            throw NotJson(error.Message); // A name that occurs twice.
        }
    }

    private static SearchRequestException NotJson(string why) => SearchRequestException.Invalid("parameters", why);

    /// <summary>Reads even a body that is too large to its end: else the caller would see a broken connection, not the answer.</summary>
    private static async Task<byte[]> ReadBytesAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
        {
            if (kept.Length <= MaxBytes)
            {
                kept.Write(buffer.AsSpan(0, read));
            }
        }

        return kept.Length > MaxBytes ? throw TooLarge() : kept.ToArray();
    }

    private static SearchRequestException TooLarge() =>
        new(413, "RequestEntityTooLarge", $"The request is larger than {MaxBytes} bytes. Send fewer documents in a batch.");
}
