using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>Attachments: a name, Base64 content, no header tricks.</summary>
internal sealed class AttachmentReader(JsonObject body, List<MailError> errors)
{
    public IReadOnlyList<MailAttachment> Read()
    {
        var items = body["attachments"] as JsonArray ?? [];
        var attachments = new List<MailAttachment>();
        for (var i = 0; i < items.Count; i++)
        {
            attachments.Add(ReadOne(items[i] as JsonObject ?? [], i));
        }

        return attachments;
    }

    private MailAttachment ReadOne(JsonObject item, int number)
    {
        var name = MailRequestReader.Text(item["filename"]);
        if (string.IsNullOrEmpty(name))
        {
            Add(number, "filename", "The filename is required and must be a string at least one character in length.");
        }

        var disposition = MailRequestReader.Text(item["disposition"]) ?? "attachment";
        if (disposition is not ("attachment" or "inline"))
        {
            Add(number, "disposition", $"The disposition of your attachment can be either \"inline\" or \"attachment\". You provided {disposition}.");
        }

        foreach (var field in new[] { "filename", "type", "content_id" })
        {
            if (MailRequestReader.Text(item[field]) is { } text && text.AsSpan().ContainsAny(";,\r\n"))
            {
                Add(number, field, $"The {field} of your attachment cannot contain ';', ',', or CRLF characters.");
            }
        }

        return new MailAttachment(name ?? "", MailRequestReader.Text(item["type"]), disposition, MailRequestReader.Text(item["content_id"]), Bytes(item, number));
    }

    private byte[] Bytes(JsonObject item, int number)
    {
        var content = MailRequestReader.Text(item["content"]);
        if (string.IsNullOrEmpty(content))
        {
            Add(number, "content", "The attachment content must be a string at least one character in length.");
            return [];
        }

        var bytes = new byte[content.Length];
        if (!Convert.TryFromBase64String(content, bytes, out var length))
        {
            Add(number, "content", "The attachment content must be base64 encoded.");
        }

        return bytes[..length];
    }

    private void Add(int number, string field, string message) => errors.Add(MailError.At($"attachments.{number}.{field}", $"attachments.{field}", message));
}
