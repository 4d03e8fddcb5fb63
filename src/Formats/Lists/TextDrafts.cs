using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Collects the papers of a plain text; titles without anything below them are left out.</summary>
internal sealed class TextDrafts(DigestSource source)
{
    private string _field = "";
    private int _rank;

    /// <summary>The paper that lines belong to now.</summary>
    public ListDraft? Current { get; private set; }

    public int Count => _rank;

    /// <summary>Begins a paper; gives the one before, if it was one.</summary>
    public Entry? Begin(string title, int line)
    {
        var before = End();
        Current = title.Length is > 0 and <= TitleWords.Longest ? new ListDraft(title, line) : null;
        return before;
    }

    public Entry? End()
    {
        var done = Current is { } draft && (draft.HasText || draft.HasAuthors || draft.HasIds) ? draft : null;
        (Current, _field) = (null, "");
        return done?.Finish() is { } paper ? new Entry(++_rank, done.Line, paper) : null;
    }

    /// <summary>A paper that a line tells whole.</summary>
    public Entry? Take(ListDraft draft) => draft.Finish() is { } paper ? new Entry(++_rank, draft.Line, paper) : null;

    /// <summary>A labelled line; a title's label begins a paper.</summary>
    public Entry? Field(string name, string value, int line)
    {
        if (name == "title")
        {
            var before = Begin(value, line);
            _field = name;
            return before;
        }

        _field = name;
        if (Current is { } draft && value.Length > 0)
        {
            draft.Set(name, value, source.UploadedAt);
            LinkFinder.Find(name == "abstract" ? "" : value).ToList().ForEach(link => draft.AddLink(link.Url, name));
        }

        return null;
    }

    /// <summary>A line without a label: authors where they stand, else more of what came before.</summary>
    public void Text(string line)
    {
        if (Current is not { } draft)
        {
            return;
        }

        if (line.Length < 120 && IsId(line))
        {
            draft.AddId(line.TrimEnd('.'));
        }
        else if (_field == "title" && !AuthorLine.LooksLike(line))
        {
            draft.AppendTitle(line);
        }
        else if (_field == "authors" || (_field is "" or "title" && !draft.HasText && !draft.HasAuthors && AuthorLine.LooksLike(line)))
        {
            draft.AddAuthors(AuthorLine.Split(line));
            _field = _field == "title" ? "" : _field;
        }
        else if (_field is "" or "title" or "abstract")
        {
            _field = _field == "title" ? "" : _field;
            draft.AddText(line);
        }
    }

    /// <summary>A blank line ends authors and other short fields.</summary>
    public void Blank() => _field = _field == "abstract" ? _field : "";

    /// <summary>A line that holds an id that says so, and nothing else.</summary>
    private static bool IsId(string line) =>
        ArxivIds.Find(line) is not null ? ArxivIds.Parse(line.TrimEnd('.')) is not null
        : line.StartsWith("doi", StringComparison.OrdinalIgnoreCase) && line.Count(c => c == ' ') < 2 && Dois.Parse(line) is not null;
}
