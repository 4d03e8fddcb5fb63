using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>The papers of a page: the one that it is about, else those below its headings, else those of a list of titles.</summary>
internal static class HtmlPapers
{
    /// <param name="page">The page's text.</param>
    /// <param name="source">Resolves dates without a year.</param>
    /// <param name="cancellationToken">Stops between two pieces of the page.</param>
    public static IEnumerable<DigestItem> Read(string page, DigestSource source, CancellationToken cancellationToken)
    {
        using var reader = new HtmlBlocks(page);
        var blocks = new List<HtmlBlock>();
        foreach (var block in reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            blocks.Add(block);
        }

        return Article(reader.Head, reader.Names, blocks) is { } paper
            ? [new DigestItem.Found(new Entry(1, 1, paper))]
            : Many(blocks, source);
    }

    private static Paper? Article(PageHead head, IReadOnlyList<string> names, List<HtmlBlock> blocks)
    {
        var draft = new PaperDraft();
        if (!ArticleHead.Describe(head, draft))
        {
            return null;
        }

        var title = draft.Title ?? "";
        draft.Abstract = ArticleHead.Abstract(head) ?? (ArticleBody.Abstract(blocks) is { Length: > 0 } shown ? shown
            : draft.Abstract ?? ArticleHead.Description(head, title) ?? ArticleBody.Paragraph(blocks, title));
        ArticleBody.AddSubjects(blocks, draft);
        draft.AddAuthors(draft.HasAuthors ? [] : names);
        return draft.Finish();
    }

    private static IReadOnlyList<DigestItem> Many(List<HtmlBlock> blocks, DigestSource source)
    {
        var cards = new HtmlCards(source);
        var items = cards.Read(blocks);
        var listed = cards.Complete ? [] : new PageList(PageLine.Of(blocks)).Read();
        return IsList(cards, items, listed)
            ? [.. items.Where(item => item is DigestItem.Dated), .. listed.Select((paper, i) => paper.Finish(i + 1)).OfType<Entry>()
                .Select(entry => new DigestItem.Found(entry))]
            : items;
    }

    /// <summary>Headings that are links, or have ids of their own below them, are titles; others may be sections of a list.</summary>
    private static bool IsList(HtmlCards cards, IReadOnlyList<DigestItem> items, IReadOnlyList<PageItem> listed)
    {
        var found = items.OfType<DigestItem.Found>().Select(item => item.Entry.Paper).ToList();
        if (listed.Count == 0 || found.Count == 0)
        {
            return found.Count < listed.Count;
        }

        var known = listed.Select(item => item.Title).ToHashSet();
        var same = found.Count(paper => known.Contains(paper.OriginalTitle ?? paper.Title));
        return same * 2 < found.Count ? listed.Count > found.Count || cards.Linked * 2 < found.Count
            : listed.Count > found.Count * 2 && cards.Linked * 5 < found.Count * 4;
    }
}
