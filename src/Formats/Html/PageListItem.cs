using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Html;

/// <summary>One title of a list with what stands below it.</summary>
/// <param name="Paper">What was read.</param>
/// <param name="IsEvident">Whether an id, authors, a source or the address shows that it is a paper.</param>
internal sealed record PageListItem(PageItem Paper, bool IsEvident)
{
    /// <summary>Shorter texts are labels, names, buttons.</summary>
    private const int ShortestAbstract = 80;

    private const int LongestName = 60;

    private const int LongestAuthors = 2000;

    /// <summary>More lines belong to the foot of the page.</summary>
    private const int MostLines = 40;

    /// <param name="lines">The page.</param>
    /// <param name="start">The line of the title.</param>
    /// <param name="end">The line of the next one.</param>
    public static PageListItem Of(IReadOnlyList<PageLine> lines, int start, int end)
    {
        var title = lines[start];
        var reading = new Reading(new PageItem(WithoutStop(title.Text), title.Number));
        reading.TakeLinks(title);
        for (var i = start + 1; i < Math.Min(end, start + MostLines); i++)
        {
            if ((lines[i].IsHeading && lines[i].Links.Count == 0) || ListFooter.Is(lines[i].Text))
            {
                break;
            }

            reading.Take(lines[i]);
        }

        return reading.Finish(title.Target);
    }

    /// <summary>Some services close a title with a full stop.</summary>
    private static string WithoutStop(string title) =>
        title.EndsWith('.') && !title.EndsWith("..", StringComparison.Ordinal) ? title[..^1] : title;

    /// <summary>The lines of one paper, taken one by one.</summary>
    private sealed class Reading(PageItem paper)
    {
        private string? _name;
        private bool _hasSource;
        private bool _isFirst = true;

        public void Take(PageLine line)
        {
            TakeLinks(line);
            if (PageWords.IsLabel(line.Text) || TakeSource(line.Text))
            {
                return;
            }

            TakeText(line.Text);
            _isFirst = false;
        }

        /// <summary>Only links that lead to papers belong to one; where a title's link hides its target, it is better than none.</summary>
        public void TakeLinks(PageLine line)
        {
            if (paper.Draft.Ids is var known && (known.Doi is null || line.Ids.Doi is null || known.Doi == line.Ids.Doi))
            {
                paper.Draft.Ids = known.With(line.Ids.Arxiv, line.Ids.Doi);
            }

            foreach (var link in line.Links.Where(link => !paper.HasAbstract && ArticleAddress.Is(link.Target)))
            {
                paper.AddLink(link.Target, link.Words);
            }
        }

        public PageListItem Finish(string? target)
        {
            paper.Draft.AddAuthors(paper.Draft.HasAuthors || _name is null ? [] : [_name]);
            var leads = target is not null && ArticleAddress.Is(target);
            if (target is not null && !leads && !paper.HasIds)
            {
                paper.AddLink(target);
            }

            return new PageListItem(paper, leads || _hasSource || paper.HasIds || paper.Draft.HasAuthors);
        }

        private bool TakeSource(string text)
        {
            if (!paper.Draft.HasAuthors && !paper.HasAbstract && SourceLine.Read(text) is { } both)
            {
                paper.Draft.AddAuthors(both.Authors);
                paper.Draft.Venue ??= both.Venue is { Length: > 0 } ? both.Venue : null;
                return true;
            }

            if (!PageWords.IsSource(text))
            {
                return false;
            }

            paper.Draft.Venue ??= PageWords.Venue(text);
            paper.Draft.Published ??= PageWords.Date(text);
            _hasSource |= paper.Draft.Venue is not null;
            return true;
        }

        /// <summary>One name alone, which may be that of a journal, counts only right below the title,
        /// and where no list of names follows.</summary>
        private void TakeText(string text)
        {
            var names = PageWords.NamesIn(text);
            if (!paper.Draft.HasAuthors && !paper.HasAbstract && AreAuthors(names))
            {
                paper.Draft.AddAuthors(Names.Many(names));
            }
            else if (_isFirst && text.Length < LongestName
                && AuthorLine.IsName(names.Replace(" et al", "", StringComparison.Ordinal).Trim(' ', '.', ',')))
            {
                _name = Names.Many(names).FirstOrDefault();
            }
            else if (text.Length >= ShortestAbstract)
            {
                paper.AddText(text);
            }
        }

        private static bool AreAuthors(string text) =>
            AuthorLine.LooksLike(text)
                || (text.Length < LongestAuthors && text.Contains(',', StringComparison.Ordinal)
                    && Names.Many(text).ToList() is { Count: > 0 } all && all.TrueForAll(name => AuthorLine.IsName(name)));
    }
}
