using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Formats.Html;

/// <summary>The papers of an alert or of any page that names each by a linked title, or by a title above authors and a DOI, whoever
/// sent it and whichever tags it is made of.</summary>
/// <param name="lines">The page from top to bottom.</param>
internal sealed class PageList(IReadOnlyList<PageLine> lines)
{
    /// <summary>Lines above an id within which its title stands: title, authors, source, a badge.</summary>
    private const int LookBack = 6;

    private readonly SortedSet<int> _openings = [];

    /// <summary>The papers in order; empty where the page is no such list.</summary>
    public IReadOnlyList<PageItem> Read()
    {
        _openings.UnionWith(Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Target is { Length: > 0 } && PageWords.MayBeTitle(lines[i].Text)));
        AddUnlinkedTitles();
        var items = Items().ToList();
        var shown = items.FindAll(item => item.IsEvident);
        var loose = items.Count - shown.Count;
        return [.. (shown.Count >= Math.Max(1, loose) ? shown : items).Select(item => item.Paper)];
    }

    /// <summary>An id that no linked title above claims belongs to the title that stands above it without a link.</summary>
    private void AddUnlinkedTitles()
    {
        var ids = default(KnownIds);
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var isOpening = _openings.Contains(i);
            if (isOpening)
            {
                (ids, last) = (default, i);
            }

            if (lines[i].Ids is var found && found == default)
            {
                continue;
            }

            if (last >= 0 && Fits(ids, found))
            {
                ids = ids.With(found.Arxiv, found.Doi);
                last = i;
            }
            else if (!isOpening && TitleAbove(i, last) is { } title)
            {
                _openings.Add(title);
                (ids, last) = (found, i);
            }
        }
    }

    private static bool Fits(KnownIds known, KnownIds found) =>
        (known.Doi is null || found.Doi is null || known.Doi == found.Doi)
            && (known.Arxiv is null || found.Arxiv is null || known.Arxiv == found.Arxiv);

    private int? TitleAbove(int at, int last)
    {
        for (var i = at - 1; i > last && i >= at - LookBack; i--)
        {
            if (PageWords.MayBeTitle(lines[i].Text))
            {
                return i;
            }
        }

        return null;
    }

    private IEnumerable<PageListItem> Items()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var starts = _openings.ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : lines.Count;
            if (seen.Add(lines[starts[i]].Text))
            {
                yield return PageListItem.Of(lines, starts[i], end);
            }
        }
    }
}
