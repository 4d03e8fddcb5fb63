using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Lists;

internal sealed partial class MarkdownPapers
{
    [GeneratedRegex(@"^\d{1,4}[.)]\s+")]
    private static partial Regex Numbered();

    /// <summary>A date or a venue in brackets before a title that is marked.</summary>
    [GeneratedRegex(@"^(?:\[[^\[\]()*]{2,20}\]\s+)+(?=[\[*])")]
    private static partial Regex Tag();

    /// <summary>Headings of a list that tell of itself.</summary>
    [GeneratedRegex(@"^\W*(?:(?:table of )?contents|last updated|updated on|licen[sc]e|contribut(?:e|ing|ions?)|acknowledge?ments?|usage|citation|how to .{1,60})\b.{0,30}$", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTheList();

    /// <summary>HTML that only frames: folds, badges, a link back to the top.</summary>
    [GeneratedRegex(@"^<(?:!--|/|(?:details|summary|p|div|ol|ul|li|img|center|table|tr|td|th|thead|tbody|br|hr|h[1-6]|picture|source)\b).{0,400}$", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    /// <summary>Links such as [pdf] or [code] are no text.</summary>
    [GeneratedRegex(@"[\[(]*\[(?:pdf|code|paper|arxiv|project|page|github|html|doi|link|data|video|demo|website|project page)\]\([^()\s]{1,2000}\)[\])]*", RegexOptions.IgnoreCase)]
    private static partial Regex Linked();

    [GeneratedRegex(@"^[\s.,:;|–—-]+(?:by\s+)?|^\s*by\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+[–—|-]+\s+|(?<!\b\p{Lu})\.\s+|:\s+|\s+\(|$")]
    private static partial Regex Cut();
}
