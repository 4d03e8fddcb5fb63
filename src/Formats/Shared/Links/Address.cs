using System.Buffers;

namespace PaperFunctions.Formats.Shared.Links;

/// <summary>One address cut out of prose.</summary>
internal static class Address
{
    /// <summary>Longer ones are no links that somebody wrote.</summary>
    private const int MaxLength = 2000;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%\\");

    private static readonly SearchValues<char> HostCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Words that begin the next sentence where the space after the full stop is missing.</summary>
    private static readonly string[] SentenceStarts =
        ["The", "We", "Our", "Code", "This", "In", "It", "Project", "Data", "Demo", "Models", "These", "For", "All", "Videos", "More"];

    /// <summary>The address at a place and where it ends; null where there is none.</summary>
    public static (string? Url, int End) ReadAt(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(MaxLength, text.Length - at));
        var scheme = SchemeLength(rest);
        var body = Cut(rest[scheme..]);
        var end = at + scheme + Math.Max(body.Length, scheme == 0 ? 1 : 0);
        if (scheme == 0 && GluedToName(text, at))
        {
            return (null, end);
        }

        var address = Unescape(body);
        return HasHost(address) && Uri.TryCreate($"{(scheme == 7 ? "http" : "https")}://{address}", UriKind.Absolute, out var uri)
            ? (uri.OriginalString, end)
            : (null, end);
    }

    private static int SchemeLength(ReadOnlySpan<char> rest) =>
        rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
        : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
        : 0;

    /// <summary>Without a scheme, "github.com" may be the end of another host's name or of a mail address.</summary>
    private static bool GluedToName(string text, int at) =>
        at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '.' or '@' or '_' or '/');

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(Allowed);
        text = length < 0 ? text : text[..length];
        text = BeforeBackslash(text);
        text = BeforeTilde(text);
        text = BeforeNextAddress(text);
        text = BeforeNextSentence(text);
        return TrimEnd(text);
    }

    /// <summary>TeX escapes a few characters in addresses; any other backslash begins a command.</summary>
    private static ReadOnlySpan<char> BeforeBackslash(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && !(i + 1 < text.Length && text[i + 1] is '_' or '%' or '#' or '&' or '~'))
            {
                return text[..i];
            }
        }

        return text;
    }

    /// <summary>A tilde is a home directory after a slash, and else a space of TeX.</summary>
    private static ReadOnlySpan<char> BeforeTilde(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i == 0 || text[i - 1] is not ('/' or '\\')))
            {
                return text[..i];
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> BeforeNextAddress(ReadOnlySpan<char> text)
    {
        var next = text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return next >= 0 && SchemeLength(text[next..]) > 0 && (next == 0 || text[next - 1] is not ('/' or '=')) ? text[..next] : text;
    }

    private static ReadOnlySpan<char> BeforeNextSentence(ReadOnlySpan<char> text)
    {
        var dot = text.LastIndexOf('.');
        if (dot < 0)
        {
            return text;
        }

        foreach (var word in SentenceStarts)
        {
            if (text[(dot + 1)..].SequenceEqual(word))
            {
                return text[..dot];
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && (".,;:!?'*~\\&=[@$".Contains(text[^1]) || UnpairedClose(text)))
        {
            text = text[..^1];
        }

        return text;
    }

    private static bool UnpairedClose(ReadOnlySpan<char> text) => text[^1] switch
    {
        ')' => text.Count(')') > text.Count('('),
        ']' => text.Count(']') > text.Count('['),
        '(' => true,
        _ => false,
    };

    private static string Unescape(ReadOnlySpan<char> text) =>
        text.Contains('\\') ? text.ToString().Replace("\\", "", StringComparison.Ordinal) : text.ToString();

    /// <summary>A host has a dot, and a last label of letters.</summary>
    private static bool HasHost(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny("/?#:");
        var host = end < 0 ? address : address[..end];
        var dot = host.LastIndexOf('.');
        return dot > 0 && !host.ContainsAnyExcept(HostCharacters) && host.Length - dot > 2
            && !host[(dot + 1)..].ContainsAnyExceptInRange('A', 'z');
    }
}
