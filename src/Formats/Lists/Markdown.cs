using System.Buffers;
using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Lists;

/// <summary>The inline marks of Markdown.</summary>
internal static partial class Markdown
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_[`\\<");

    /// <summary>The text without emphasis, links and code marks.</summary>
    public static string Plain(string text) =>
        text.AsSpan().ContainsAny(Marks) ? Escape().Replace(Emphasis().Replace(Link().Replace(Image().Replace(text, ""), "${text}"), "${text}"), "${sign}").Trim() : text;

    /// <summary>Words and targets of the links in a text.</summary>
    public static IEnumerable<(string Text, string Url)> Links(string text)
    {
        foreach (Match match in Link().Matches(text))
        {
            yield return (match.Groups["text"].Value, match.Groups["url"].Value);
        }

        foreach (Match match in AutoLink().Matches(text))
        {
            yield return ("", match.Groups["url"].Value);
        }
    }

    /// <summary>The marked text that an item starts with: bold, a link, italics or quotes. Its title.</summary>
    public static Match Lead(string text) => LeadMark().Match(text);

    [GeneratedRegex(@"!\[[^\]]{0,300}\]\([^()\s]{0,2000}\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<text>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,500})\]\(<?(?<url>[^()\s<>]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)>?(?:\s+""[^""]{0,300}"")?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"<(?<url>https?://[^\s<>]{3,2000})>", RegexOptions.ExplicitCapture)]
    private static partial Regex AutoLink();

    [GeneratedRegex(@"(?<mark>\*\*\*|\*\*|__|(?<![\w*])\*(?!\s)|(?<![\w_])_(?!\s)|`)(?<text>[^*_`]{1,2000}?)\k<mark>", RegexOptions.ExplicitCapture)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\(?<sign>[\\`*_{}\[\]()#+\-.!|~<>])", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();

    [GeneratedRegex(@"^(?:\*\*\[?(?<title>[^*\[\]]{3,400})(?:\]\((?<url>[^()\s]{1,2000})\))?\.?\*\*|\[\**(?<title>(?:[^\[\]*\\]|\\.|\[[^\[\]]{0,200}\]){3,400})\**\]\((?<url>[^()\s]{1,2000})\)|\*(?<title>[^*]{3,400})\*|[""“](?<title>[^""”]{3,400})[""”])", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadMark();
}
