using System.Text;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Fields;

/// <summary>A paper while an adapter puts it together: text as the source has it, ids from wherever they are named.</summary>
internal sealed class PaperDraft
{
    /// <summary>More than the largest collaboration signs with; the rest of such a list is dropped.</summary>
    private const int MaxAuthors = 10_000;

    /// <summary>Characters kept of an abstract that comes piece by piece.</summary>
    private const int MaxText = 64 * 1024;

    private readonly List<string> _authors = [];
    private readonly List<string> _categories = [];
    private readonly List<PaperLink> _links = [];
    private readonly StringBuilder _pieces = new();

    public string? Title { get; set; }

    public string? Abstract { get; set; }

    public string? Venue { get; set; }

    public DateOnly? Published { get; set; }

    public int? Upvotes { get; set; }

    public KnownIds Ids { get; set; }

    /// <summary>True where the title is only an id, because the source has no more.</summary>
    public bool TitleIsId { get; set; }

    public bool HasAuthors => _authors.Count > 0;

    public bool HasText => _pieces.Length > 0 || !string.IsNullOrEmpty(Abstract);

    /// <summary>True where all text is TeX throughout, as in BibTeX.</summary>
    public bool IsTex { get; set; }

    /// <summary>Takes names in "Given Family" order; empty ones and repeats are dropped.</summary>
    public void AddAuthors(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var readable = FieldText.Read(name, IsTex).Text;
            if (readable.Length > 0 && _authors.Count < MaxAuthors && (_authors.Count > 200 || !_authors.Contains(readable)))
            {
                _authors.Add(readable);
            }
        }
    }

    /// <summary>Takes a further piece of the abstract, where a source has it line by line.</summary>
    public void AddText(string text)
    {
        if (text.Length > 0 && _pieces.Length + text.Length < MaxText)
        {
            _pieces.Append(_pieces.Length > 0 ? " " : "").Append(text);
        }
    }

    public void AddCategory(string? label)
    {
        var readable = FieldText.Read(label, IsTex).Text;
        if (readable.Length is > 0 and <= 200 && _categories.Count < 100 && !_categories.Contains(readable))
        {
            _categories.Add(readable);
        }
    }

    public void AddCategories(IEnumerable<string> labels)
    {
        foreach (var label in labels)
        {
            AddCategory(label);
        }
    }

    /// <summary>Takes a link and the id that it leads to; what is no absolute http or https address is dropped, and so are badges and
    /// social networks.</summary>
    public void AddLink(string? url, LinkKind? kind = null)
    {
        if (WebAddress.Read(url) is { } address && !PaperLinks.IsNoise(address))
        {
            Ids = Ids.WithLink(address);
            AddLink(new PaperLink(kind ?? LinkKinds.Of(address), address));
        }
    }

    /// <summary>Takes a link found in prose, which may lead to another work: it gives no id.</summary>
    public void AddLink(PaperLink link)
    {
        if (_links.Count < 100 && !_links.Exists(known => known.Url == link.Url))
        {
            _links.Add(link);
        }
    }

    /// <summary>The paper; null where no title is left.</summary>
    public Paper? Finish()
    {
        var title = FieldText.Read(Title, IsTex);
        if (title.Text.Length == 0)
        {
            return null;
        }

        var whole = _pieces.Length > 0 ? _pieces.ToString() : Abstract;
        var text = FieldText.ReadAbstract(whole, IsTex);
        LinkFinder.Find(whole ?? "").ToList().ForEach(AddLink);
        return new Paper
        {
            Title = title.Text,
            TitleIsId = TitleIsId,
            OriginalTitle = title.Original,
            Abstract = text.Text,
            OriginalAbstract = text.Original,
            Authors = _authors,
            Links = _links,
            ArxivId = Ids.Arxiv,
            Doi = Ids.Doi,
            Categories = _categories,
            Published = Published,
            Venue = FieldText.Read(Venue, IsTex).Text is { Length: > 0 } venue ? venue : null,
            Upvotes = Upvotes is >= 0 ? Upvotes : null,
        };
    }
}
