using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Api;

/// <summary>Takes in a call: checks key, size, JSON and rules, and answers what is wrong.</summary>
internal sealed class MailIntake(string apiKey)
{
    /// <summary>The most that a message may weigh: 30 MB.</summary>
    private const int MaxBytes = 30 * 1024 * 1024;

    /// <summary>The messages of a call that keeps to the rules; null if it was refused, and answered so.</summary>
    public async Task<IReadOnlyList<OutgoingMail>?> AcceptAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (!IsKey(authorization))
        {
            await Refuse(context, 401, new MailError(
                authorization.Length == 0 ? "authorization required"
                    : "The provided authorization grant is invalid, expired, or revoked", null, null));
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

    private static async Task<IReadOnlyList<OutgoingMail>?> Read(HttpContext context, byte[] bytes)
    {
        try
        {
            if (JsonNode.Parse(bytes) is JsonObject body)
            {
                var (mails, errors) = MailRequestReader.Read(body);
                if (errors.Count == 0)
                {
                    return mails;
                }

                await Refuse(context, 400, [.. errors]);
                return null;
            }
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // Not JSON, or a name twice in one object.
        }

        await Refuse(context, 400, new MailError("Bad Request", null, null));
        return null;
    }

    private bool IsKey(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(authorization["Bearer ".Length..].Trim()), Encoding.UTF8.GetBytes(apiKey));

    /// <summary>Null if it is too large. It is read to its end even then: else the caller would see a broken connection, not the
    /// answer.</summary>
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
