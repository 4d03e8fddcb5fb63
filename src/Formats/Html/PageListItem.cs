using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Lists;

namespace PaperFunctions.Formats.Html;

/// <summary>One title of a list with what stands below it.</summary>
/// <param name="Paper">What was read.</param>
/// <param name="IsEvident">Whether an id, authors, a source or the address shows that it is a paper.</param>
internal sealed record PageListItem(PageItem Paper, bool IsEvident)
{
    /// <summary>Shorter texts are labels, names, buttons.</summary>
    private const int ShortestAbstract = 80;

    /// <summary>More lines belong to the foot of the page.</summary>
    private const int MostLines = 40;

    /// <param name="lines">The page.</param>
    /// <param name="start">The line of the title.</param>
    /// <param name="end">The line of the next one.</param>
    public static PageListItem Of(IReadOnlyList<PageLine> lines, int start, int end)
    {
        var title = lines[start];
        var paper = new PageItem(title.Text, title.Number);
        var evident = title.Target is { } target && ArticleAddress.Is(target);
        Link(paper, title, true);
        for (var i = start + 1; i < Math.Min(end, start + MostLines); i++)
        {
            var line = lines[i];
            if ((line.IsHeading && line.Links.Count == 0) || ListFooter.Is(line.Text))
            {
                break;
            }

            evident |= Take(paper, line, i == start + 1);
        }

        return new PageListItem(paper, evident || paper.HasIds || paper.Draft.HasAuthors);
    }

    /// <summary>Takes a line; true where it is the source of a paper.</summary>
    private static bool Take(PageItem paper, PageLine line, bool isFirst)
    {
        var text = line.Text;
        Link(paper, line, false);
        if (PageWords.IsLabel(text))
        {
            return false;
        }

        if (!paper.Draft.HasAuthors && !paper.HasAbstract && SourceLine.Read(text) is { } both)
        {
            paper.Draft.AddAuthors(both.Authors);
            paper.Draft.Venue ??= both.Venue is { Length: > 0 } ? both.Venue : null;
            return true;
        }

        if (PageWords.IsSource(text))
        {
            paper.Draft.Venue ??= PageWords.Venue(text);
            paper.Draft.Published ??= Dates.Parse(text);
            return paper.Draft.Venue is not null;
        }

        if (!paper.Draft.HasAuthors && !paper.HasAbstract && AreAuthors(text, isFirst))
        {
            paper.Draft.AddAuthors(Names.Many(Between(text)));
        }
        else if (text.Length >= ShortestAbstract)
        {
            paper.AddText(text);
        }

        return false;
    }

    /// <summary>One name alone is taken for the author only right below the title.</summary>
    private static bool AreAuthors(string text, bool isFirst) =>
        AuthorLine.LooksLike(Between(text)) || (isFirst && text.Length < 60 && AuthorLine.IsName(Between(text).Replace(" et al", "", StringComparison.Ordinal).Trim(' ', '.', ',')));

    /// <summary>Names left out between the first and the last, and the word before all.</summary>
    private static string Between(string text) =>
        (text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text.StartsWith("Authors: ", StringComparison.OrdinalIgnoreCase) ? text[9..] : text)
            .Replace("…", ",", StringComparison.Ordinal).Replace(" ... ", ", ", StringComparison.Ordinal).Replace(", ,", ",", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal);

    /// <summary>Below a title, only links that lead to papers belong to it.</summary>
    private static void Link(PageItem paper, PageLine line, bool all)
    {
        if (paper.HasIds ? line.Ids == default || paper.Draft.Ids.With(line.Ids.Arxiv, line.Ids.Doi) is var both && (both.Doi == line.Ids.Doi || line.Ids.Doi is null) : true)
        {
            paper.Draft.Ids = paper.Draft.Ids.With(line.Ids.Arxiv, line.Ids.Doi);
        }

        foreach (var link in line.Links)
        {
            if (all || (ArticleAddress.Is(link.Target) && !paper.HasAbstract))
            {
                paper.AddLink(link.Target, link.Words);
            }
        }
    }
}
