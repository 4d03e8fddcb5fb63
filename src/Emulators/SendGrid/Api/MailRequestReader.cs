using System.Text;
using System.Text.Json.Nodes;
using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid.Api;

/// <summary>Reads the body of POST /v3/mail/send, checks it by SendGrid's documented rules, and collects what breaks them.</summary>
internal sealed class MailRequestReader
{
    private const int MaxCustomArgBytes = 10_000;

    /// <summary>Tracking and mail settings have no effect here; whatever else is sent would be lost without a word, so it is
    /// refused.</summary>
    private static readonly string[] Known = ["personalizations", "from", "content", "tracking_settings", "mail_settings"];
    private static readonly string[] KnownOfPersonalization = ["to", "subject", "headers", "custom_args"];

    private readonly JsonObject _body;
    private readonly List<MailError> _errors = [];

    private MailRequestReader(JsonObject body) => _body = body;

    /// <returns>The messages to deliver, and the errors; where there are errors, the messages mean nothing.</returns>
    public static (IReadOnlyList<OutgoingMail> Mails, IReadOnlyList<MailError> Errors) Read(JsonObject body)
    {
        var reader = new MailRequestReader(body);
        return (reader.Read(), reader._errors);
    }

    private List<OutgoingMail> Read()
    {
        CheckKnown(_body, Known, "");
        var from = From();
        var content = Content();
        if (_body["personalizations"] is not JsonArray { Count: > 0 } items)
        {
            Add("personalizations", "personalizations",
                "The personalizations field is required and must have at least one personalization.");
            return [];
        }

        return [.. items.Select((item, i) => Personalization(item as JsonObject ?? [], $"personalizations.{i}", from, content))];
    }

    private MailAddress From()
    {
        var path = _body["from"] is JsonObject ? "from.email" : "from";
        var address = Addresses.Read(_body["from"], "from", _errors);
        if (address is null)
        {
            Add(path, "from", "The from object must be provided for every email send, with a valid address as its email.");
        }

        return address ?? new MailAddress("");
    }

    private List<MailContent> Content()
    {
        var content = (_body["content"] as JsonArray ?? [])
            .Select(item => new MailContent(Text(item?["type"]) ?? "", Text(item?["value"]) ?? "")).ToList();
        foreach (var (i, part) in content.Index())
        {
            if (part.Type is not ("text/plain" or "text/html"))
            {
                Add($"content.{i}.type", "content.type", "This emulator takes the content types text/plain and text/html.");
            }

            if (part.Value.Length == 0)
            {
                Add($"content.{i}.value", "content.value", "The content value must be a string at least one character in length.");
            }
        }

        // Their names are in the wrong order in the alphabet.
        var types = content.Select(part => part.Type).ToList();
        if (types.Count == 0 || types.Distinct()
            .Count() < types.Count || !types.SequenceEqual(types.OrderDescending(StringComparer.Ordinal)))
        {
            Add(
                "content", "content",
                "There must be at least one content block, text/plain needs to be first, followed by text/html, "
                + "and each may only be provided once.");
        }

        return content;
    }

    private OutgoingMail Personalization(JsonObject json, string path, MailAddress from, List<MailContent> content)
    {
        CheckKnown(json, KnownOfPersonalization, path + ".");
        var subject = Text(json["subject"]);
        if (string.IsNullOrEmpty(subject) || subject.AsSpan().ContainsAny('\r', '\n'))
        {
            Add($"{path}.subject", "subject",
                "The subject is required: a string at least one character in length, without CRLF characters.");
        }

        var arguments = Strings(json, "custom_args", path, _ => null);
        if (arguments.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value)) >= MaxCustomArgBytes)
        {
            Add($"{path}.custom_args", "personalizations.custom_args",
                "The size of custom arguments may not exceed 10,000 bytes per personalization.");
        }

        return new OutgoingMail(
            from, To(json, path), subject ?? "", content, Strings(json, "headers", path, HeaderRules.Problem), arguments);
    }

    private List<MailAddress> To(JsonObject json, string path)
    {
        var items = json["to"] as JsonArray ?? [];
        if (items.Count == 0)
        {
            Add(
                $"{path}.to", "personalizations.to",
                "The to array is required for all personalization objects, and must have at least one email object with a valid address.");
        }

        var addresses = new List<MailAddress>();
        foreach (var (i, item) in items.Index())
        {
            if (Addresses.Read(item, $"{path}.to.{i}", _errors) is not { } address)
            {
                Add($"{path}.to.{i}.email", "personalizations.to", "Does not contain a valid address.");
            }
            else if (addresses.Exists(other => other.Email.Equals(address.Email, StringComparison.OrdinalIgnoreCase)))
            {
                Add(path, "personalizations",
                    $"Each email address in the personalization block should be unique. [{address.Email}] is there twice.");
            }
            else
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    /// <summary>An object of strings, such as the headers.</summary>
    /// <param name="problem">What is wrong with one entry, or null.</param>
    private Dictionary<string, string> Strings(
        JsonObject json, string name, string path, Func<KeyValuePair<string, string>, string?> problem)
    {
        var good = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in json[name] as JsonObject ?? [])
        {
            var text = Text(value);
            var complaint = text is null ? "The value must be a string." : problem(new(key, text));
            if (complaint is not null || !good.TryAdd(key, text!))
            {
                Add($"{path}.{name}.{key}", "personalizations." + name, complaint ?? "The key is there twice.");
            }
        }

        return good;
    }

    private void CheckKnown(JsonObject json, string[] known, string path)
    {
        foreach (var name in json.Where(pair => pair.Value is not null).Select(pair => pair.Key).Except(known))
        {
            Add(path + name, name, $"This emulator does not know '{name}' and would lose it.");
        }
    }

    private void Add(string field, string topic, string message) => _errors.Add(MailError.At(field, topic, message));

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
