using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>Headers that a message may bring along.</summary>
internal sealed class HeaderRules(List<MailError> errors)
{
    private static readonly HashSet<string> Reserved = new(
        ["x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC"],
        StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, string> Read(JsonNode? node, string path, string topic)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (node is null)
        {
            return headers;
        }

        if (node is not JsonObject json)
        {
            errors.Add(MailError.At(path, topic, "The headers must be an object of key/value pairs."));
            return headers;
        }

        foreach (var (name, value) in json)
        {
            if (Problem(name, value, headers) is { } problem)
            {
                errors.Add(MailError.At($"{path}.{name}", topic, problem));
            }
            else
            {
                headers[name] = MailRequestReader.Text(value)!;
            }
        }

        return headers;
    }

    private static string? Problem(string name, JsonNode? value, Dictionary<string, string> before)
    {
        if (name.Length == 0 || name.Any(c => c is <= ' ' or > '~' or ':'))
        {
            return "Header keys cannot contain non-ASCII characters or empty spaces.";
        }

        if (Reserved.Contains(name))
        {
            return "Header cannot be one of the reserved keys.";
        }

        if (before.ContainsKey(name))
        {
            return "The headers cannot contain duplicate keys.";
        }

        return MailRequestReader.Text(value) switch
        {
            null => "The header values must be strings.",
            var text when text.Contains('\r', StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal) => "The header values cannot contain CRLF characters.",
            _ => null,
        };
    }
}
