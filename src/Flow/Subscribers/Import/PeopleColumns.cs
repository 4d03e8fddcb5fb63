using System.Text.Json;

namespace PaperFunctions.Flow.Subscribers.Import;

/// <summary>Which column of a list of people holds what, by its name in the header.</summary>
/// <remarks>Names of listmonk's export (<c>email, attributes, status</c>), of Mailchimp's (<c>Email Address, TIMEZONE, OPTIN_TIME,
/// CONFIRM_TIME,
/// UNSUB_TIME, CLEAN_TIME</c>), and of our own.</remarks>
internal sealed class PeopleColumns
{
    private static readonly Dictionary<string, PeopleField> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["email"] = PeopleField.Email, ["emailaddress"] = PeopleField.Email, ["mail"] = PeopleField.Email, ["address"] = PeopleField.None,
        ["topics"] = PeopleField.Topics, ["interests"] = PeopleField.Topics,
        ["timezone"] = PeopleField.Zone, ["zone"] = PeopleField.Zone,
        ["status"] = PeopleField.Status, ["state"] = PeopleField.Status,
        ["attributes"] = PeopleField.Attributes, ["attribs"] = PeopleField.Attributes,
        ["consent"] = PeopleField.Consent, ["confirmtime"] = PeopleField.ConfirmedAt, ["optintime"] = PeopleField.ConfirmedAt,
        ["unsubtime"] = PeopleField.LeftAt, ["cleantime"] = PeopleField.LeftAt,
    };

    private readonly List<PeopleField> _fields;

    public PeopleColumns(IReadOnlyList<string> header) =>
        _fields = [.. header.Select(name => Names.GetValueOrDefault(string.Concat(name.Where(char.IsLetterOrDigit)), PeopleField.None))];

    public int Count => _fields.Count;

    public bool HasEmail => _fields.Contains(PeopleField.Email);

    /// <summary>The first value that is not empty among the columns of this field; empty where there is none.</summary>
    public string Value(IReadOnlyList<string> values, PeopleField field) =>
        values.Zip(_fields).Where(v => v.Second == field).Select(v => v.First.Trim()).FirstOrDefault(v => v.Length > 0) ?? "";

    /// <summary>The topics of a row, as lines: its own column, else what listmonk keeps as <c>topics</c> among the attributes.</summary>
    public string Topics(IReadOnlyList<string> values) =>
        Value(values, PeopleField.Topics) is { Length: > 0 } own ? own.Replace('|', ';') : OfAttributes(Value(values,
            PeopleField.Attributes));

    private static string OfAttributes(string json)
    {
        if (!json.StartsWith('{'))
        {
            return "";
        }

        try
        {
            using var attributes = JsonDocument.Parse(json);
            return !attributes.RootElement.TryGetProperty("topics", out var topics) ? ""
                : topics.ValueKind == JsonValueKind.Array
                    ? string.Join('\n', topics.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()))
                : topics.ValueKind == JsonValueKind.String ? topics.GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}

internal enum PeopleField
{
    None,
    Email,
    Topics,
    Zone,
    Status,
    Attributes,
    Consent,
    ConfirmedAt,
    LeftAt,
}
