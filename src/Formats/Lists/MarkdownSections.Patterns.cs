using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Lists;

internal sealed partial class MarkdownSections
{
    [GeneratedRegex(@"^\d{1,4}[.)]\s+")]
    private static partial Regex Numbered();

    /// <summary>A date, a venue or the link to a note in brackets before a title that is marked.</summary>
    [GeneratedRegex(@"^(?:(?:\[[^\[\]()*]{2,20}\]|\[\[[^\[\]]{1,60}\]\]|\(\*{0,2}[^()*]{2,25}\*{0,2}\))\s+)+(?=[\[*])")]
    private static partial Regex Tag();

    /// <summary>An address without marks at the end of an item.</summary>
    [GeneratedRegex(@"(?<=\s)(?<url>https?://[^\s<>\[\]()""]{5,2000}?)[.,;]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    /// <summary>Headings of a list that tell of itself.</summary>
    [GeneratedRegex(@"^\W*(?:(?:table of )?contents|last updated|updated on|licen[sc]e|contribut(?:e|ing|ions?)|acknowledge?ments?|usage|citation|how to .{1,60})\b.{0,30}$", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTheList();

    /// <summary>Links such as [pdf] or [code] are no text.</summary>
    [GeneratedRegex(@"[\\\[(]*\[(?:pdf|code|paper|arxiv|project|page|github|html|doi|link|data|video|demo|website|project page)\]{1,2}\([^()\s]{1,2000}\)[\\\])]*", RegexOptions.IgnoreCase)]
    private static partial Regex Linked();

    [GeneratedRegex(@"^[\s.,:;|–—-]+(?:by\s+)?|^\s*by\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+[–—|-]+\s+|(?<!\b\p{Lu})\.\s+|:\s+|\s+\(|$")]
    private static partial Regex Cut();
}
