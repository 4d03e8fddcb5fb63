using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>The bodies of a message: text/plain first, then text/html, then others.</summary>
internal sealed class ContentReader(JsonObject body, List<MailError> errors)
{
    public IReadOnlyList<MailContent> Read(bool hasTemplate)
    {
        if (body["content"] is not JsonArray { Count: > 0 } items)
        {
            if (!hasTemplate || body["content"] is not null)
            {
                Add("content", "content", "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. We typically suggest both text/plain and text/html blocks are included, but only one block is required.");
            }

            return [];
        }

        var content = new List<MailContent>();
        for (var i = 0; i < items.Count; i++)
        {
            content.Add(ReadOne(items[i] as JsonObject, i));
        }

        CheckOrder(content);
        return content;
    }

    private MailContent ReadOne(JsonObject? item, int number)
    {
        var type = MailRequestReader.Text(item?["type"]);
        if (string.IsNullOrEmpty(type))
        {
            Add($"content.{number}.type", "content.type", "Your content type must be a string with length of at least one character.");
        }
        else if (type.AsSpan().ContainsAny(";,\r\n"))
        {
            Add($"content.{number}.type", "content.type", "The content type cannot contain ';', ',', or CRLF characters.");
        }

        var value = MailRequestReader.Text(item?["value"]);
        if (string.IsNullOrEmpty(value))
        {
            Add($"content.{number}.value", "content.value", "The content value must be a string at least one character in length.");
        }

        return new MailContent(type ?? "", value ?? "");
    }

    private void CheckOrder(List<MailContent> content)
    {
        var places = content.Select(part => part.Type.ToLowerInvariant() switch { "text/plain" => 0, "text/html" => 1, _ => 2 }).ToList();
        if (!places.SequenceEqual(places.Order()))
        {
            Add("content", "content", "Following RFC 1341, section 7.2, if either text/html or text/plain are to be sent in your email: text/plain needs to be first, followed by text/html, followed by any other content.");
        }

        if (places.Count(place => place == 0) > 1 || places.Count(place => place == 1) > 1)
        {
            Add("content", "content", "If present, text/plain and text/html may only be provided once.");
        }
    }

    private void Add(string field, string topic, string message) => errors.Add(MailError.At(field, topic, message));
}
