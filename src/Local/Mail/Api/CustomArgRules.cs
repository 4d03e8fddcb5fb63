using System.Text;
using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Mail.Api;

/// <summary>Arguments that come back with a message's events.</summary>
internal sealed class CustomArgRules(List<MailError> errors)
{
    private const int MaxBytes = 10_000;

    public IReadOnlyDictionary<string, string> Read(JsonNode? node, string path, string topic)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is null)
        {
            return arguments;
        }

        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (MailRequestReader.Text(value) is not { } text)
            {
                errors.Add(MailError.At($"{path}.{name}", topic, "All values of custom arguments object must be strings"));
            }
            else
            {
                arguments[name] = text;
            }
        }

        return arguments;
    }

    /// <summary>The limit holds for the arguments of the message and of the personalization together.</summary>
    public void CheckSize(IReadOnlyDictionary<string, string> merged, string path)
    {
        if (merged.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value)) >= MaxBytes)
        {
            errors.Add(MailError.At(path, "personalizations.custom_args", "The combined size of both global and personalization custom arguments may not exceed 10,000 bytes per personalization."));
        }
    }
}
