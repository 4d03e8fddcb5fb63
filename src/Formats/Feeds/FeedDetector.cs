using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Feeds;

/// <summary>What shows that the items of a feed are papers: a sign of papers anywhere, or an item that names its authors.</summary>
internal static partial class FeedDetector
{
    public static bool In(DigestHead head) => NamedAuthor().IsMatch(head.Text) || PaperDetector.In(head);

    [GeneratedRegex(@"<(?:\w{1,20}:)?(?:item|entry)\b.*?<(?:\w{1,20}:)?(?:creator|contributor|author)\b",
        RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex NamedAuthor();
}
