using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Search.Http;

/// <summary>JSON in and out, within the service's size limit.</summary>
internal static class HttpJson
{
    /// <summary>The most that a request's body may hold: 16 MB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private static readonly JsonSerializerOptions Output = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Json(this HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; odata.metadata=none";
        context.Response.Headers["OData-Version"] = "4.0";
        await context.Response.WriteAsync(body.ToJsonString(Output), context.RequestAborted);
    }

    /// <summary>The body as an object; 413 when too large, 400 when it is none.</summary>
    public static async Task<JsonObject> ReadObject(this HttpContext context)
    {
        var bytes = await ReadBytes(context);
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

    private static async Task<byte[]> ReadBytes(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            throw TooLarge();
        }

        var all = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            foreach (var segment in read.Buffer)
            {
                all.Write(segment.Span);
            }

            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (all.WrittenCount > MaxBytes)
            {
                throw TooLarge();
            }

            if (read.IsCompleted)
            {
                return all.WrittenSpan.ToArray();
            }
        }
    }

    private static SearchRequestException TooLarge() =>
        new(413, "RequestEntityTooLarge", $"The request is larger than {MaxBytes} bytes. Send fewer documents in a batch.");
}
