using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>A paper of a list while its lines come in.</summary>
internal sealed class ListDraft(PaperDraft draft, int line = 0)
{
    private readonly PaperDraft _draft = draft;
    private bool _closed;

    public ListDraft(string title, int line)
        : this(new PaperDraft { Title = title }, line)
    {
    }

    public int Line { get; } = line;

    /// <summary>What kind of line it began with, and that line's level.</summary>
    public LineKind Origin { get; init; } = LineKind.Text;

    public int Level { get; init; }

    /// <summary>Only taken where the lines around it are papers.</summary>
    public bool Doubtful { get; set; }

    /// <summary>A venue and a year stand in brackets behind its title.</summary>
    public bool HasVenue { get; init; }

    /// <summary>Its section; doubtful papers are judged by it.</summary>
    public int Section { get; init; }

    public string? Title => _draft.Title;

    public bool HasIds => _draft.Ids != default;

    public bool HasAuthors => _draft.HasAuthors;

    public bool HasText => _draft.HasText;

    public bool TitleIsId { get => _draft.TitleIsId; init => _draft.TitleIsId = value; }

    /// <summary>What comes after belongs to the list, not to this paper.</summary>
    public void Close() => _closed = true;

    public void AppendTitle(string more) => _draft.Title = $"{_draft.Title} {more}";

    public void AddAuthors(IEnumerable<string> names) => _draft.AddAuthors(names);

    public void AddText(string text)
    {
        if (!_closed)
        {
            _draft.AddText(text);
        }
    }

    /// <summary>A link that stands beside the title, not in a sentence: it leads to this paper.</summary>
    public void AddLink(string url, ReadOnlySpan<char> words = default)
    {
        url = Redirect.Target(url);
        if (!_closed && !url.Contains("shields.io/", StringComparison.Ordinal) && WebAddress.Read(url) is { } address)
        {
            _draft.AddLink(address, LinkKinds.Of(address, words));
        }
    }

    public void AddId(string field) => _draft.Ids = _draft.Ids.WithField(field);

    /// <summary>What a label says.</summary>
    public void Set(string name, string value, DateTimeOffset uploadedAt)
    {
        switch (name)
        {
            case "authors":
                AddAuthors(AuthorLine.Split(value));
                break;
            case "abstract":
                AddText(value);
                break;
            case "venue":
                _draft.Venue ??= value;
                break;
            case "date":
                _draft.Published ??= Dates.Parse(value, uploadedAt);
                break;
            case "categories":
                _draft.AddCategories(value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Take(50));
                break;
            case "votes":
                _draft.Upvotes ??= int.TryParse(value, out var votes) ? votes : null;
                break;
            case "doi" or "arxiv":
                AddId(value);
                break;
        }
    }

    public void SetDate(DateOnly date) => _draft.Published ??= date;

    /// <summary>The paper; null where no title is left of it.</summary>
    public Paper? Finish()
    {
        var paper = _draft.Finish();
        return paper is null || HasIds ? paper : OwnIds.Add(paper, paper.Abstract);
    }
}
