using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>Headings, texts and links to papers: a heading begins a paper, the first long text after it is its abstract.</summary>
internal sealed partial class HtmlCards(DigestSource source)
{
    /// <summary>Shorter texts are labels, names, buttons.</summary>
    private const int ShortestAbstract = 80;

    /// <summary>Search services show less, below a line of authors and source.</summary>
    private const int ShortestSnippet = 40;


    private PageItem? _paper;
    private int? _votes;
    private bool _inCard;
    private bool _dated;
    private bool _added;
    private int _rank;
    private bool _linked;

    /// <summary>Entries that have neither an id nor authors nor a link on their heading.</summary>
    private readonly HashSet<Entry> _loose = new(ReferenceEqualityComparer.Instance);

    /// <summary>The page's own data gave the papers; what is drawn from it need not be read.</summary>
    public bool Complete { get; private set; }

    /// <summary>Papers whose heading is a link.</summary>
    public int Linked { get; private set; }

    /// <summary>The papers of the page. Where most have ids, authors or links, what has none of them is a greeting, a section or an
    /// advertisement and falls away.</summary>
    public IReadOnlyList<DigestItem> Read(IEnumerable<HtmlBlock> blocks)
    {
        var items = blocks.TakeWhile(_ => !Complete).SelectMany(Take).ToList();
        items.AddRange(Complete ? [] : Finish());
        var found = items.Count(item => item is DigestItem.Found);
        if (_loose.Count == 0 || found - _loose.Count < Math.Max(2, _loose.Count))
        {
            return items;
        }

        var last = 0;
        return [.. items.Where(item => item is not DigestItem.Found { Entry: var entry } || !_loose.Contains(entry))
            .Select(item => item is DigestItem.Found { Entry: var entry } ? new DigestItem.Found(entry with { Rank = ++last }) : item)];
    }

    private IEnumerable<DigestItem> Take(HtmlBlock block) => block.Kind switch
    {
        HtmlBlockKind.Data => Data(block),
        HtmlBlockKind.CardStart or HtmlBlockKind.CardEnd => Card(block.Kind == HtmlBlockKind.CardStart),
        HtmlBlockKind.Rule => _paper is { HasAbstract: true } ? Flush() : [],
        HtmlBlockKind.Heading => Heading(block),
        HtmlBlockKind.Text => Text(block),
        _ => Link(block),
    };

    private IEnumerable<DigestItem> Finish()
    {
        foreach (var item in Flush())
        {
            yield return item;
        }

        if (_rank == 0)
        {
            yield return new DigestItem.Trouble(
                new Problem(1,
                    "The page has no paper: no heading with a text or a link to arXiv or a DOI after it. Save the whole page, or copy it "
                    + "as text."));
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
        (_inCard, _votes) = (starts, null);
        return Flush();
    }

    private List<DigestItem> Heading(HtmlBlock block)
    {
        var items = Flush();
        if (block.Text.Length <= TitleWords.Longest)
        {
            var mark = Mark().Match(block.Text);
            _paper = new PageItem(block.Text[mark.Length..], block.Line);
            _paper.Draft.Upvotes = _votes;
            AddLink(block.Href, "");
            _linked = block.Href is not null;
        }

        return items;
    }

    private IEnumerable<DigestItem> Text(HtmlBlock block)
    {
        if (!_dated && _rank == 0 && ShortDate.Read(block.Text, source.UploadedAt) is { } date)
        {
            _dated = true;
            return [new DigestItem.Dated(date)];
        }

        if (_inCard && _votes is null && _paper is null && int.TryParse(block.Text, out var count) && count >= 0)
        {
            _votes = count;
        }
        else if (_paper is not null)
        {
            Describe(_paper, block);
        }

        return [];
    }

    private void Describe(PageItem current, HtmlBlock block)
    {
        var text = block.Text;
        if (ListFooter.Is(text))
        {
            current.Close();
        }
        else if (Published().Match(text) is { Success: true } published)
        {
            current.Draft.Published ??= ShortDate.Read(published.Groups["date"].Value, source.UploadedAt);
        }
        else if (!current.Draft.HasAuthors && !current.HasAbstract && AuthorLine.LooksLike(text))
        {
            current.Draft.AddAuthors(AuthorLine.Split(text));
        }
        else if (!current.Draft.HasAuthors && !current.HasAbstract && SourceLine.Read(text) is { } found)
        {
            current.Draft.AddAuthors(found.Authors);
            current.Draft.Venue = found.Venue;
            current.Draft.Ids = current.Draft.Ids.WithField(found.Id);
        }
        else if (text.Length >= (current.Draft.Venue is null ? ShortestAbstract : ShortestSnippet)
            ? !(_inCard && current.HasAbstract)
            : block.GoesOn && _added)
        {
            current.AddText(text);
            _added = true;
            return;
        }

        _added = false;
    }

    private DigestItem[] Link(HtmlBlock block)
    {
        AddLink(block.Href, block.Text);
        return [];
    }

    private void AddLink(string? href, string words)
    {
        if (_paper is null || href is null || href.Contains("login?", StringComparison.Ordinal) || Tool().IsMatch(href))
        {
            return;
        }

        var url = href.StartsWith("/papers/", StringComparison.Ordinal) ? "https://huggingface.co" + href
            : href.StartsWith("/abs/", StringComparison.Ordinal) || href.StartsWith("/pdf/", StringComparison.Ordinal)
            ? "https://arxiv.org" + href
            : href;
        if (_paper.HasAbstract && !_inCard && words.Length > 30)
        {
            return; // a link in the running text belongs to the text
        }

        _paper.AddLink(url.Split('#')[0], words);
    }

    private List<DigestItem> Flush()
    {
        var found = _paper is { IsPaper: true } ? _paper : null;
        _paper = null;
        if (found is null)
        {
            return [];
        }

        if (found.Finish(_rank + 1) is not { } entry)
        {
            return [];
        }

        _rank++;
        Linked += _linked ? 1 : 0;
        if (!_linked && found is { HasIds: false, Draft.HasAuthors: false })
        {
            _loose.Add(entry);
        }

        return [new DigestItem.Found(entry)];
    }
}
