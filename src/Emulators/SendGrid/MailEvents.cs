using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid;

/// <summary>Posts events about messages as SendGrid's event webhook does: a JSON array, signed with ECDSA P-256 over timestamp and
/// body.</summary>
public sealed class MailEvents(MailEventOptions options)
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>A new key pair: the private half for <see cref="MailEventOptions"/>, the public half for whoever verifies (SPKI,
    /// Base64).</summary>
    public static (string PrivateKey, string PublicKey) NewKeys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (Convert.ToBase64String(key.ExportPkcs8PrivateKey()), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Posts one event about a message.</summary>
    /// <param name="kind">Such as <c>processed</c>, <c>delivered</c>, <c>bounce</c>, <c>dropped</c>, <c>deferred</c>, <c>spamreport</c>,
    /// <c>unsubscribe</c>.</param>
    /// <param name="more">Fields that only this kind has, such as <c>reason</c> and <c>status</c> of a bounce.</param>
    /// <returns>The webhook's status.</returns>
    public Task<int> Post(
        StoredMessage message, string kind, IReadOnlyDictionary<string,
            string>? more = null, CancellationToken cancellationToken = default) =>
        Post([Event(message, kind, more)], cancellationToken);

    /// <summary>Posts what follows a message that goes well: processed, then delivered.</summary>
    public Task<int> PostDelivered(StoredMessage message, CancellationToken cancellationToken = default) => Post(
        [Event(message, "processed", null), Event(message, "delivered", new Dictionary<string, string> { ["response"] = "250 OK" })],
        cancellationToken);

    private JsonObject Event(StoredMessage message, string kind, IReadOnlyDictionary<string, string>? more)
    {
        var sent = new JsonObject
        {
            ["email"] = message.To,
            ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["event"] = kind,
            ["sg_event_id"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('='),
            ["sg_message_id"] = $"{message.MessageId}.local-{message.Id}",
            ["smtp-id"] = $"<{message.Id}@local>",
        };
        foreach (var (name, value) in message.CustomArgs.Concat(more ?? new Dictionary<string, string>()))
        {
            sent[name] = value; // SendGrid puts custom arguments beside its own fields.
        }

        return sent;
    }

    private async Task<int> Post(JsonNode[] events, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(new JsonArray(events).ToJsonString());
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(options.PrivateKey), out _);
        var signature = key.SignData(
            [.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        using var request = new HttpRequestMessage(HttpMethod.Post, options.Target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(SignatureHeader, Convert.ToBase64String(signature));
        request.Headers.Add(TimestampHeader, timestamp);
        using var response = await Client.SendAsync(request, cancellationToken);
        return (int)response.StatusCode;
    }
}
