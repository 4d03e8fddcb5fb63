using System.Buffers;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>An address that fills a field.</summary>
internal static class WebAddress
{
    private static readonly SearchValues<char> Foreign = SearchValues.Create(" \t\r\n\"<>{}|\\^`");

    /// <summary>The absolute http or https address without punctuation behind it; null if the field is none.</summary>
    public static string? Read(string? field)
    {
        var text = (field ?? "").AsSpan().Trim().TrimStart('<').TrimEnd(">.,;'\"");
        return text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.Length <= 2000 && !text.ContainsAny(Foreign)
            && Uri.TryCreate(text.ToString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? text.ToString()
            : null;
    }
}
