using PaperFunctions.Formats.Lists;
using PaperFunctions.Formats.Trending;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>Headings, texts and links to papers: a heading begins a paper, the first long text after it is its abstract.</summary>
internal sealed partial class HtmlCards(DigestSource source)
{
    /// <summary>Shorter texts are labels, names, buttons.</summary>
    private const int ShortestAbstract = 80;

    /// <summary>Search services show less, below a line of authors and source.</summary>
    private const int ShortestSnippet = 40;

    private const int LongestTitle = 400;

    private ListedPaper? paper;
    private int? votes;
    private bool inCard;
    private bool dated;
    private bool added;
    private int rank;

    /// <summary>The page's own data gave the papers; what is drawn from it need not be read.</summary>
    public bool Complete { get; private set; }

    public IEnumerable<DigestItem> Take(HtmlBlock block) => block.Kind switch
    {
        HtmlBlockKind.Data => Data(block),
        HtmlBlockKind.CardStart or HtmlBlockKind.CardEnd => Card(block.Kind == HtmlBlockKind.CardStart),
        HtmlBlockKind.Rule => paper is { HasAbstract: true } ? Flush() : [],
        HtmlBlockKind.Heading => Heading(block),
        HtmlBlockKind.Text => Text(block),
        _ => Link(block),
    };

    public IEnumerable<DigestItem> Finish()
    {
        foreach (var item in Flush())
        {
            yield return item;
        }

        if (rank == 0)
        {
            yield return new DigestItem.Trouble(new Problem(1, "The page has no paper: no heading with a text or a link to arXiv or a DOI after it. Save the whole page, or copy it as text."));
        }
    }

    private IEnumerable<DigestItem> Data(HtmlBlock block)
    {
        foreach (var item in PageData.Read(block.Text, block.Line))
        {
            Complete |= item is DigestItem.Found;
            yield return item;
        }
    }

    private List<DigestItem> Card(bool starts)
    {
        (inCard, votes) = (starts, null);
        return Flush();
    }

    private List<DigestItem> Heading(HtmlBlock block)
    {
        var items = Flush();
        if (block.Text.Length <= LongestTitle)
        {
            var mark = Mark().Match(block.Text);
            paper = new ListedPaper(block.Text[mark.Length..], block.Line) { Upvotes = votes };
            AddLink(block.Href, "");
        }

        return items;
    }

    private IEnumerable<DigestItem> Text(HtmlBlock block)
    {
        if (!dated && rank == 0 && ShortDate.TryRead(block.Text, source.UploadedAt) is { } date)
        {
            dated = true;
            return [new DigestItem.Dated(date)];
        }

        if (inCard && votes is null && paper is null && int.TryParse(block.Text, out var count) && count >= 0)
        {
            votes = count;
        }
        else if (paper is not null)
        {
            Describe(paper, block);
        }

        return [];
    }

    private void Describe(ListedPaper current, HtmlBlock block)
    {
        var text = block.Text;
        if (Published().Match(text) is { Success: true } published)
        {
            current.Published ??= ShortDate.TryRead(published.Groups["date"].Value, source.UploadedAt);
        }
        else if (current.Authors.Count == 0 && !current.HasAbstract && AuthorLine.LooksLike(text))
        {
            current.Authors = AuthorLine.Split(text);
        }
        else if (current.Authors.Count == 0 && !current.HasAbstract && SourceLine.Read(text) is { } found)
        {
            (current.Authors, current.Venue) = (found.Authors, found.Venue);
            current.AddId(found.Id ?? "");
        }
        else if (text.Length >= (current.Venue is null ? ShortestAbstract : ShortestSnippet) ? !(inCard && current.HasAbstract) : block.GoesOn && added)
        {
            current.AddText(text);
            added = true;
            return;
        }

        added = false;
    }

    private DigestItem[] Link(HtmlBlock block)
    {
        AddLink(block.Href, block.Text);
        return [];
    }

    private void AddLink(string? href, string words)
    {
        if (paper is null || href is null || href.Contains("login?", StringComparison.Ordinal) || Tool().IsMatch(href))
        {
            return;
        }

        var url = href.StartsWith("/papers/", StringComparison.Ordinal) ? "https://huggingface.co" + href
            : href.StartsWith("/abs/", StringComparison.Ordinal) || href.StartsWith("/pdf/", StringComparison.Ordinal) ? "https://arxiv.org" + href
            : href;
        if (paper.HasAbstract && !inCard && words.Length > 30)
        {
            return; // a link in the running text belongs to the text
        }

        paper.AddLink(url.Split('#')[0], words);
    }

    private List<DigestItem> Flush()
    {
        var found = paper is { IsPaper: true } ? paper : null;
        paper = null;
        return found is null ? [] : [new DigestItem.Found(found.ToEntry(++rank))];
    }
}
