using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>Takes in a call: key, size, JSON, rules. What is wrong is answered here.</summary>
internal sealed class MailIntake(string apiKey)
{
    /// <summary>The most that a message may weigh, attachments included: 30 MB.</summary>
    private const int MaxBytes = 30 * 1024 * 1024;

    /// <summary>Null: refused, and answered so.</summary>
    public async Task<MailRequestReader?> Accepted(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (!IsKey(authorization))
        {
            await Refuse(context, 401, new MailError(authorization.Length == 0 ? "authorization required" : "The provided authorization grant is invalid, expired, or revoked", null, null));
            return null;
        }

        if (!context.Request.HasJsonContentType())
        {
            await Refuse(context, 415, new MailError("Content-Type should be application/json.", null, null));
            return null;
        }

        var bytes = await ReadBytes(context);
        if (bytes is null)
        {
            await Refuse(context, 413, new MailError("The JSON payload you have included in your request is too large.", null, null));
            return null;
        }

        return await Read(context, bytes);
    }

    private static async Task<MailRequestReader?> Read(HttpContext context, byte[] bytes)
    {
        JsonObject? body = null;
        try
        {
            body = JsonNode.Parse(new UTF8Encoding(false, true).GetString(bytes)) as JsonObject;
            var request = body is null ? null : MailRequestReader.Read(body);
            if (request is { Errors.Count: 0 })
            {
                return request;
            }

            await Refuse(context, 400, request is null ? [new MailError("Bad Request", null, null)] : [.. request.Errors]);
        }
        catch (DecoderFallbackException)
        {
            await Refuse(context, 415, new MailError("Invalid UTF8 in request", null, null));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            await Refuse(context, 400, new MailError("Bad Request", null, null)); // Not JSON, or a name twice in one object.
        }

        return null;
    }

    private bool IsKey(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization["Bearer ".Length..].Trim()), Encoding.UTF8.GetBytes(apiKey));

    /// <summary>Null: too large. The rest is read all the same, or the caller would see a broken connection instead of the answer.</summary>
    private static async Task<byte[]?> ReadBytes(HttpContext context)
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

        return kept.Length > MaxBytes ? null : kept.ToArray();
    }

    public static Task Refuse(HttpContext context, int status, params MailError[] errors)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(MailError.Body(errors).ToJsonString(), context.RequestAborted);
    }
}
