using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>Reads one personalization: who gets it, and what differs from the message around it.</summary>
internal sealed class PersonalizationReader(JsonObject json, int number, List<MailError> errors)
{
    private readonly string _path = $"personalizations.{number}";

    public OutgoingMail Read(JsonNode? commonSubject, bool hasTemplate, IReadOnlyDictionary<string, string> headers, IReadOnlyDictionary<string, string> arguments)
    {
        if (json["to"] is not JsonArray { Count: > 0 })
        {
            Add($"{_path}.to", "personalizations.to", "The to array is required for all personalization objects, and must have at least one email object with a valid email address.");
        }

        var mail = new OutgoingMail
        {
            From = new MailAddress(""),
            Content = [],
            To = Addresses("to"),
            Cc = Addresses("cc"),
            Bcc = Addresses("bcc"),
            Subject = Subject(commonSubject, hasTemplate),
            Headers = Merge(headers, new HeaderRules(errors).Read(json["headers"], $"{_path}.headers", "personalizations.headers")),
            CustomArgs = Merge(arguments, new CustomArgRules(errors).Read(json["custom_args"], $"{_path}.custom_args", "personalizations.custom_args")),
        };
        CheckUnique();
        new CustomArgRules(errors).CheckSize(mail.CustomArgs, $"{_path}.custom_args");
        return mail;
    }

    private List<MailAddress> Addresses(string list)
    {
        var addresses = new List<MailAddress>();
        var items = json[list] as JsonArray ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i] as JsonObject;
            if (AddressRules.Read(item) is { } address)
            {
                addresses.Add(address);
                AddressRules.CheckName(item!, $"{_path}.{list}.{i}", errors);
            }
            else
            {
                var tooLong = MailRequestReader.Text(item?["email"])?.Length > AddressRules.MaxLength;
                Add($"{_path}.{list}.{i}.email", $"personalizations.{list}", tooLong ? $"The {list} email exceeds the maximum total length of {AddressRules.MaxLength} characters" : "Does not contain a valid address.");
            }
        }

        return addresses;
    }

    private string Subject(JsonNode? common, bool hasTemplate)
    {
        var (node, path) = json["subject"] is { } own ? (own, $"{_path}.subject") : (common, "subject");
        if (node is null)
        {
            if (!hasTemplate)
            {
                Add("subject", "subject", "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.");
            }

            return "";
        }

        var text = MailRequestReader.Text(node);
        if (string.IsNullOrEmpty(text))
        {
            Add(path, "subject", "The subject of your email must be a string at least one character in length.");
        }
        else if (text.Contains('\r', StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal))
        {
            Add(path, "subject", "The subject cannot contain CRLF characters.");
        }

        return text ?? "";
    }

    /// <summary>Nobody may be in one personalization twice.</summary>
    private void CheckUnique()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var list in new[] { "to", "cc", "bcc" })
        {
            foreach (var address in (json[list] as JsonArray ?? []).Select(item => MailRequestReader.Text((item as JsonObject)?["email"])?.Trim()).OfType<string>())
            {
                if (!seen.Add(address))
                {
                    Add(_path, "personalizations", $"Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [{address}] in the {_path}.{list} field.");
                    return;
                }
            }
        }
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> common, IReadOnlyDictionary<string, string> own)
    {
        var all = new Dictionary<string, string>(common, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in own)
        {
            all[name] = value;
        }

        return all;
    }

    private void Add(string field, string topic, string message) => errors.Add(MailError.At(field, topic, message));
}
