using System.Text.RegularExpressions;
using PaperFunctions.Formats.Ids;

namespace PaperFunctions.Formats.Lists;

/// <summary>An item whose title has no marks, but a link to arXiv or a DOI behind it: "Paper Lanterns, *JIO 2026*. [[Paper](...)]".</summary>
internal static partial class UnmarkedItem
{
    private const int FewestSpaces = 2;

    /// <summary>The match of its title; null where the item is none.</summary>
    public static Match? Read(string text) =>
        Start().Match(text) is { Success: true } start && start.Groups["title"].ValueSpan.Count(' ') >= FewestSpaces
        && Markdown.Links(text).Any(link => default(KnownIds).WithLink(link.Url) != default)
            ? start : null;

    [GeneratedRegex(@"^(?<title>\p{L}[^\[\]*|<]{9,300}?)(?<![:\s,.;])(?:\s*\([^()]{2,40}\d\d[^()]{0,5}\))?[\s,.;–—-]*(?=[\[*])", RegexOptions.ExplicitCapture)]
    private static partial Regex Start();
}
