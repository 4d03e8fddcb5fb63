using System.Buffers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Name and address of a tag within Markdown.</summary>
internal static class HtmlTagName
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n/>");

    /// <summary>The name in lower case, and whether the tag closes.</summary>
    public static (string Name, bool Closes) Of(string tag)
    {
        var rest = tag.AsSpan().TrimStart('<');
        var closes = rest is ['/', ..];
        rest = rest.TrimStart('/');
        var end = rest.IndexOfAny(Ends);
        return ((end < 0 ? rest : rest[..end]).ToString().ToLowerInvariant(), closes);
    }

    /// <summary>What the attribute <c>href</c> says; null if it is not there.</summary>
    public static string? Address(string tag)
    {
        var at = tag.IndexOf("href", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = tag.AsSpan(at + 4).TrimStart(" =").TrimEnd("/> ");
        var end = value is ['"' or '\'', ..] ? value[1..].IndexOf(value[0]) : value.IndexOfAny(' ', '\t');
        value = value is ['"' or '\'', ..] ? value[1..] : value;
        return (end < 0 ? value : value[..end]).ToString();
    }
}
