using System.Text.RegularExpressions;
using PaperFunctions.Formats.Html;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>Texts of an arXiv page to papers: a line with an id begins one, labels say what follows, and what has none is the title, the
/// authors or the abstract, in this order.</summary>
internal sealed partial class ArxivPageItems
{
    private PaperDraft? _draft;
    private int _line;
    private bool _isNew;
    private bool _hasAuthors;
    private bool _sectionIsNew = true;
    private DateOnly? _day;

    /// <summary>Papers so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a piece of the page; gives the paper that ends with it, or the day that the page is of.</summary>
    public DigestItem? Take(HtmlBlock block)
    {
        if (block.Kind == HtmlBlockKind.Heading)
        {
            return End() ?? Section(block.Text);
        }

        if (block.Kind != HtmlBlockKind.Text)
        {
            return null;
        }

        if (Opening().Match(block.Text) is { Success: true } opening && ArxivIds.Parse(opening.Groups["id"].Value) is { } id)
        {
            var before = End();
            Begin(id, opening, block.Line);
            return before;
        }

        if (_draft is not null)
        {
            Describe(_draft, block.Text);
        }

        return null;
    }

    /// <summary>The paper that was begun; what lacks a title is told.</summary>
    public DigestItem? End()
    {
        var ended = _draft;
        _draft = null;
        return ended is null ? null
            : ended.Finish() is { } paper ? new DigestItem.Found(new Entry(++Count, _line, paper))
            : new DigestItem.Trouble(new Problem(_line, "The entry has no title and was left out."));
    }

    /// <summary>Days have headings of their own on pages of recent papers.</summary>
    private DigestItem.Dated? Section(string heading)
    {
        _sectionIsNew = !Other().IsMatch(heading);
        var first = _day is null;
        _day = Dates.Parse(heading) ?? _day;
        return first && _day is { } date ? new DigestItem.Dated(date) : null;
    }

    private void Begin(string id, Match opening, int at)
    {
        (_draft, _line, _hasAuthors) = (new PaperDraft(), at, false);
        _isNew = _sectionIsNew && !opening.Groups["other"].Success;
        _draft.Published = _isNew ? _day : null;
        _draft.AddLink("https://arxiv.org/abs/" + id);
    }

    private void Describe(PaperDraft paper, string text)
    {
        if (Label().Match(text) is { Success: true } label)
        {
            Set(paper, label.Groups["name"].Value.ToLowerInvariant(), text[label.Length..]);
        }
        else if (paper.Title is null)
        {
            Unlabelled(paper, text);
        }
        else if (!_hasAuthors)
        {
            Set(paper, "authors", text);
        }
        else if (paper.Abstract is null && !Paging().IsMatch(text))
        {
            paper.Abstract = text;
        }
    }

    /// <summary>Search results have their labels and DOI above the title.</summary>
    private static void Unlabelled(PaperDraft paper, string text)
    {
        if (Classes().IsMatch(text))
        {
            paper.AddCategories(text.Split(' '));
        }
        else
        {
            paper.Title = text;
        }
    }

    /// <summary>A page of search results has an abstract twice: its start, and behind a sign the whole of it.</summary>
    private static string Unfolded(string text)
    {
        const string More = "▽ More", Less = "△ Less";
        var from = text.IndexOf(More, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(Less, from, StringComparison.Ordinal);
        return to < 0 ? text : text[(from + More.Length)..to].Trim();
    }

    private void Set(PaperDraft paper, string name, string value)
    {
        switch (name)
        {
            case "title":
                paper.Title ??= value;
                break;
            case "authors" or "author":
                _hasAuthors = true;
                paper.AddAuthors(Names.Many(value));
                break;
            case "abstract":
                paper.Abstract ??= Unfolded(value);
                break;
            case "subjects":
                paper.AddCategories(value.Split(';', StringSplitOptions.TrimEntries)
                    .Select(subject => Class().Match(subject) is { Success: true } found ? found.Groups["class"].Value : subject));
                break;
            case "journal-ref" or "journal ref":
                paper.Venue ??= value;
                break;
            case "doi" or "related doi":
                paper.Ids = paper.Ids.With(null, Dois.Parse(value));
                break;
            case "submitted":
                paper.Published ??= Dates.Parse(value);
                break;
            case "comments":
                LinkFinder.Find(value).ToList().ForEach(paper.AddLink);
                break;
        }
    }
}
