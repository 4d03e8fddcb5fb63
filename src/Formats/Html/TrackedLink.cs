using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Links;

namespace PaperFunctions.Formats.Html;

/// <summary>Links of mailing services, which count the click before they lead on: the target stands in the address, escaped or in
/// base64, or is known to the service alone.</summary>
internal static partial class TrackedLink
{
    /// <summary>Links around links around links; no more were seen.</summary>
    private const int MostLayers = 4;

    private const int ShortestCode = 40;

    private const int LongestUrl = 8000;

    /// <summary>Where the link leads as far as it says so itself; else the link.</summary>
    public static string Target(string url)
    {
        for (var layer = 0; layer < MostLayers && url.Length is > 12 and < LongestUrl; layer++)
        {
            var inner = Redirect.Target(url);
            inner = inner == url && !ArticleAddress.Is(url) ? Escaped(url) ?? Coded(url) ?? url : inner;
            if (inner == url)
            {
                break;
            }

            url = inner;
        }

        return url;
    }

    private static string? Escaped(string url)
    {
        if (Inner().Match(url) is not { Success: true } match)
        {
            return null;
        }

        var text = match.Groups["url"].ValueSpan;
        var inPath = match.Value[0] == '/' && text.Contains("%2F", StringComparison.OrdinalIgnoreCase);
        var end = inPath ? text.IndexOf('/') : text.IndexOf('&');
        return Uri.UnescapeDataString(end < 0 ? text : text[..end]);
    }

    /// <summary>An address within a base64 piece of the path or the query, with its length before it
    /// where the service writes one.</summary>
    private static string? Coded(string url)
    {
        foreach (var piece in url[8..].Split('/', '?', '&', '=', '~'))
        {
            var code = piece.Length - piece.Length % 4 is var length and >= ShortestCode ? piece[..length] : "";
            if (code.Length > 0 && Base64Url.IsValid(code) && Within(Base64Url.DecodeFromChars(code)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Within(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOf("http"u8);
        if (start < 0)
        {
            return null;
        }

        var text = bytes[start..];
        var end = text.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E);
        text = end < 0 ? text : text[..end];
        var counted = start > 0 ? bytes[start - 1] : 0;
        var found = Encoding.ASCII.GetString(counted is > 11 and < 128 && counted <= text.Length ? text[..counted] : text);
        return found.Contains("://", StringComparison.Ordinal) ? found : Escaped("/?u=" + found);
    }

    [GeneratedRegex(@"[/?&=](?<url>https?(?:%3A|:)(?:%2F%2F|//).{4,})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Inner();
}
