using System.Text;
using PaperFunctions.Formats.Ids;
using PaperFunctions.Formats.Links;
using PaperFunctions.Formats.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>A paper as a page or a list gives it piece by piece.</summary>
internal sealed class ListedPaper(string title, int line)
{
    private const int MaxAbstract = 64 * 1024;

    private const int MaxLinks = 30;

    private readonly StringBuilder text = new();
    private readonly List<PaperLink> links = [];
    private KnownIds ids;

    public string Title { get; set; } = title;

    public int Line { get; } = line;

    public IReadOnlyList<string> Authors { get; set; } = [];

    public DateOnly? Published { get; set; }

    public string? Venue { get; set; }

    public int? Upvotes { get; set; }

    public IReadOnlyList<string> Categories { get; set; } = [];

    public bool HasIds => ids != default;

    public bool HasAbstract => text.Length > 0;

    /// <summary>Whether it is more than a heading.</summary>
    public bool IsPaper => HasAbstract || Authors.Count > 0 || HasIds;

    /// <summary>Whether what follows its heading tells of this paper beyond doubt.</summary>
    public bool IsDescribed => Authors.Count > 0 || HasIds || text.Length >= TextPapers.ShortestAbstract;

    public void AddText(string paragraph)
    {
        if (text.Length + paragraph.Length < MaxAbstract)
        {
            text.Append(text.Length > 0 ? " " : "").Append(paragraph);
        }
    }

    /// <summary>A link that stands beside the title, not in a sentence: it leads to this paper.</summary>
    public void AddLink(string url, ReadOnlySpan<char> before = default)
    {
        url = Redirect.Target(url);
        ids = ids.WithLink(url);
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && links.Count < MaxLinks && !links.Exists(l => l.Url == url))
        {
            links.Add(new PaperLink(LinkKinds.Of(url, before), url));
        }
    }

    public void AddId(string field) => ids = ids.WithField(field);

    public Entry ToEntry(int rank)
    {
        var raw = text.ToString();
        var readable = ReadableText.From(raw);
        var cleanTitle = ReadableText.From(Title);
        var paper = new Paper
        {
            Title = cleanTitle,
            OriginalTitle = ReadableText.Original(Title, cleanTitle),
            Abstract = readable,
            OriginalAbstract = ReadableText.Original(raw, readable),
            Authors = Authors,
            Links = [.. links.Concat(LinkFinder.Find(raw)).DistinctBy(l => l.Url)],
            ArxivId = ids.Arxiv,
            Doi = ids.Doi,
            Published = Published,
            Venue = Venue is { Length: > 0 } ? Venue : null,
            Upvotes = Upvotes,
            Categories = Categories,
        };
        return new Entry(rank, Line, HasIds ? paper : OwnIds.Add(paper, raw));
    }
}
