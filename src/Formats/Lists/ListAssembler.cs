using System.Globalization;
using PaperFunctions.Formats.Links;
using PaperFunctions.Formats.Trending;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Collects the papers of a list; headings that no paper follows are sections and fall away.</summary>
internal sealed class ListAssembler(DigestSource source)
{
    private const int LongestTitle = 400;

    /// <summary>Some pages make a link of the whole abstract; shorter links are buttons.</summary>
    private const int LinkedAbstract = 150;

    private ListedPaper? paper;
    private string field = "";
    private int rank;

    /// <summary>The paper that lines belong to now.</summary>
    public ListedPaper? Current => paper;

    public int Count => rank;

    /// <summary>Begins a paper; gives the one before, if it was one.</summary>
    public Entry? Begin(string title, int line)
    {
        var before = End();
        paper = title.Length is > 0 and <= LongestTitle ? new ListedPaper(title, line) : null;
        return before;
    }

    /// <summary>What was begun was no paper.</summary>
    public void Drop() => (paper, field) = (null, "");

    public Entry? End()
    {
        var done = paper is { IsPaper: true } ? paper : null;
        (paper, field) = (null, "");
        return done?.ToEntry(++rank);
    }

    /// <summary>A paper that is complete.</summary>
    public Entry Take(Paper whole, int line) => new(++rank, line, whole);

    /// <summary>A labelled line; a title's label begins a paper.</summary>
    public Entry? Field(string name, string value, int line)
    {
        if (name == "title")
        {
            var before = Begin(Markdown.Plain(value), line);
            field = name;
            return before;
        }

        field = name;
        if (paper is not null && value.Length > 0)
        {
            Set(paper, name, value);
        }

        return null;
    }

    /// <summary>A line without a label: authors where they stand, else more of what came before.</summary>
    public void Text(string line)
    {
        if (paper is null)
        {
            return;
        }

        var plain = Markdown.Plain(line);
        if (field == "title" && !AuthorLine.LooksLike(plain))
        {
            paper.Title = $"{paper.Title} {plain}";
            return;
        }

        field = field == "title" ? "" : field;
        if (field == "authors" || (field.Length == 0 && !paper.HasAbstract && paper.Authors.Count == 0 && AuthorLine.LooksLike(plain)))
        {
            paper.Authors = [.. paper.Authors, .. AuthorLine.Split(plain)];
            return;
        }

        foreach (var (words, url) in Markdown.Links(line))
        {
            paper.AddLink(url, words);
        }

        if (field is "" or "abstract" && (plain.Length >= LinkedAbstract || !IsOnlyLinks(line)))
        {
            paper.AddText(plain);
        }
    }

    /// <summary>A blank line ends authors and other short fields.</summary>
    public void Blank() => field = field == "abstract" ? field : "";

    private void Set(ListedPaper current, string name, string value)
    {
        switch (name)
        {
            case "authors":
                current.Authors = [.. current.Authors, .. AuthorLine.Split(Markdown.Plain(value))];
                break;
            case "abstract":
                current.AddText(Markdown.Plain(value));
                break;
            case "venue":
                current.Venue ??= Markdown.Plain(value);
                break;
            case "date" or "year":
                current.Published ??= Date(Markdown.Plain(value));
                break;
            case "categories":
                current.Categories = [.. value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Markdown.Plain).Take(50)];
                break;
            case "votes":
                current.Upvotes ??= int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var votes) ? votes : null;
                break;
            default:
                AddLinks(current, name, value);
                break;
        }
    }

    private static void AddLinks(ListedPaper current, string name, string value)
    {
        if (name is "doi" or "arxiv")
        {
            current.AddId(Markdown.Links(value).FirstOrDefault().Url ?? value);
        }

        foreach (var link in LinkFinder.Find(value))
        {
            current.AddLink(link.Url, name);
        }
    }

    private DateOnly? Date(string value) =>
        ShortDate.TryRead(value, source.UploadedAt) ??
        (DateOnly.TryParseExact(value, ["yyyy/MM/dd", "dd.MM.yyyy", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    private static bool IsOnlyLinks(string line) =>
        Markdown.Links(line).Any() && Markdown.Links(line).Aggregate(line, (rest, link) => rest.Replace($"[{link.Text}]({link.Url})", "", StringComparison.Ordinal).Replace($"<{link.Url}>", "", StringComparison.Ordinal))
            .All(c => !char.IsLetterOrDigit(c));
}
