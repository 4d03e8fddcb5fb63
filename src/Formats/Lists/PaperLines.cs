using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>What single lines show.</summary>
internal static class PaperLines
{
    /// <summary>A title with a link to its paper on the same line.</summary>
    public static bool IsSelf(MarkdownLine line, Lead lead)
    {
        if (lead.Kind == LeadKind.Bare)
        {
            return true;
        }

        var leads = lead.Sign == LinkSign.Paper;
        return (leads || HasButton(line, lead.End) || (lead.Kind != LeadKind.Italic && HasButton(line, 0, lead.Start))
            || SaysId(line, lead)) && !(line.Kind == LineKind.Text && IsProse(line, lead));
    }

    /// <summary>Whether names stand behind the title, or before it.</summary>
    public static bool HasAuthors(MarkdownLine line, Lead lead)
    {
        if ((lead.Kind == LeadKind.Plain && lead.End == line.Text.Length)
            || (lead.Url is not null && lead.Sign is LinkSign.Tool or LinkSign.None))
        {
            return false;
        }

        var rest = line.Rest(lead.End);
        return AuthorLine.Take(rest).Names.Count > 0
            || (line.Text.AsSpan(lead.End).TrimStart().StartsWith("by ")
                && (AuthorLine.IsName(rest.TrimEnd('.')) || AuthorLine.EndOfName(rest) > 0));
    }

    /// <summary>Whether an item has names before its title, as citations have.</summary>
    public static bool HasAuthorsBefore(MarkdownLine line, Lead lead)
    {
        var at = line.Kind == LineKind.Item && line.First && lead.Start > 5 && lead.Kind != LeadKind.Bare
            && TitleWords.Count(lead.Title) >= 3 ? LeadTags.Skip(line, 0) : lead.Start;
        return at < lead.Start && AuthorLine.Cited(line.Text[at..lead.Start]).Count > 0;
    }

    /// <summary>A title that a page of the web or a venue with a year stands beside: perhaps a paper.</summary>
    public static bool MayBe(MarkdownLine line, Lead lead) => lead.Kind switch
    {
        LeadKind.Linked => lead.Sign == LinkSign.Web && TitleWords.Count(lead.Title) >= 3 && line.Kind == LineKind.Item,
        LeadKind.Plain or LeadKind.Bold or LeadKind.Quoted =>
            line.Kind == LineKind.Item && TitleWords.Count(lead.Title) >= 3 && (Venues.Begins(line.Text.AsSpan(lead.End)) || HasPage(line)),
        _ => false,
    };

    /// <summary>Whether a line below a title shows that it is a paper's.</summary>
    public static bool ShowsPaper(MarkdownLine line, int below)
    {
        if (line.Label is { } label)
        {
            return label.Name switch
            {
                "authors" => line.Text.Length > label.Value + 3,
                "arxiv" or "doi" => true,
                "url" or "comments" or "project" or "abstract" =>
                    line.Sign == LinkSign.Paper || (label.Name == "url" && line.Sign == LinkSign.Web),
                _ => false,
            };
        }

        return (below <= 2 && line.IsAuthors) || line.IsButtons
            || (below <= 3 && HasButton(line, 0) && AuthorLine.Names(line.Rest(0)).Count > 0);
    }

    /// <summary>Buttons with hardly a word beside them, one of which leads to a paper.</summary>
    public static bool AreButtons(MarkdownLine line) =>
        line.Links.Length > 0 && line.Sign == LinkSign.Paper
            && TitleWords.Count(line.Without(link => link.IsButton, 0, line.Text.Length)) <= 5
        && line.Links.Any(link => link.End > link.Start && link.IsButton && link.Sign == LinkSign.Paper);

    private static bool HasButton(MarkdownLine line, int from, int to = int.MaxValue) =>
        Array.Exists(line.Links, link => link.Start >= from && link.End <= to && link.Sign == LinkSign.Paper && link.IsButton
            && link.End > link.Start);

    private static bool HasPage(MarkdownLine line) => Array.Exists(line.Links, link => link.Sign == LinkSign.Web && link.IsButton);

    /// <summary>"arXiv:2401.00001" behind the title.</summary>
    private static bool SaysId(MarkdownLine line, Lead lead) =>
        line.Text.AsSpan(lead.End).Contains("arxiv", StringComparison.OrdinalIgnoreCase) && line.Text.Length - lead.End < 300
            && ArxivIds.Find(line.Text[lead.End..]) is not null;

    /// <summary>A paragraph that starts like an entry and goes on like a sentence.</summary>
    private static bool IsProse(MarkdownLine line, Lead lead)
    {
        if (lead.Kind == LeadKind.Plain)
        {
            return TitleWords.Count(line.Rest(lead.End)) > 6;
        }

        var rest = line.Text.AsSpan(lead.End).TrimStart();
        return rest.Length > 0 && char.IsLower(rest[0]) && TitleWords.Count(rest) > 2 && !rest.StartsWith("by ")
            && !rest.StartsWith("arxiv", StringComparison.OrdinalIgnoreCase);
    }
}
