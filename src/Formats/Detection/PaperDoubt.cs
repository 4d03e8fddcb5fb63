using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Why an entry does not look like a paper. See docs/decisions/0112.</summary>
internal static partial class PaperDoubt
{
    /// <summary>Characters; longer ones are whole sections. Abstracts of theses stay well below it.</summary>
    private const int LongestAbstract = 15_000;

    /// <summary>Characters that are searched for the words of abstracts.</summary>
    private const int LookedAt = 4_000;

    /// <param name="paper">As it was read.</param>
    /// <param name="vouched">Only papers come in the format, so that a title is enough.</param>
    /// <returns>A few words; null where it looks like a paper.</returns>
    public static string? Of(Paper paper, bool vouched) => paper switch
    {
        { Abstract.Length: > LongestAbstract } => "its abstract is as long as a whole section",
        { ArxivId: not null } or { Doi: not null } => null,
        { Title.Length: > TitleWords.Longest } => "its title is as long as a paragraph",
        _ when Navigation().IsMatch(paper.Title) => "its title is that of a section or a menu",
        _ when vouched || HasSign(paper) => null,
        _ => "no id, no authors, no abstract and no link of a paper",
    };

    private static bool HasSign(Paper paper) =>
        paper.Authors.Count > 0 || paper.Venue is { Length: > 0 }
            || paper.Links.Any(link => link.Kind == LinkKind.Pdf || PaperDetector.In(link.Url))
        || PaperDetector.IsAbstract(paper.Abstract[..Math.Min(paper.Abstract.Length, LookedAt)]);

    [GeneratedRegex(@"^[\W\d_]*(?:(?:table of )?contents?|introduction|overview|about(?: us| this .{1,40})?|getting started|" +
        @"quick ?start|install(?:ation|ing)?|set ?up|usage|" +
        @"requirements?|dependencies|prerequisites|examples?|questions|faqs?|frequently asked questions|limits|limitations|licen[sc]es?|" +
        @"contribut(?:e|ing|ors|ions)|" +
        @"acknowledge?ments?|added|changed|fixed|removed|deprecated|security|unreleased|citations?|cite|references|change ?log|" +
        @"release notes|roadmap|to ?do|news|latest news|editorial|in this issue|announcements?|events|" +
        @"sign (?:in|up|out)|log ?(?:in|out)|subscribe|unsubscribe|privacy(?: policy)?|terms(?: of (?:use|service))?|cookies?|" +
        @"contact(?: us)?|search|menu|home|" +
        @"download|deploy(?:ment|ing)?|cost|pricing|support|help|read more|next|previous|back|share|follow us|advertisement|" +
        @"sponsored)[\W_]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Navigation();
}
