using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Lines of Markdown to papers: which begins one, which tells more of it, and which is a section.</summary>
internal sealed class MarkdownPapers(DigestSource source)
{
    /// <summary>So many titles with a venue and a year behind them show that they are papers, without a link.</summary>
    private const int FewestWithVenue = 3;

    /// <summary>Headings and titles that are kept for the receipt.</summary>
    private const int MaxNames = 1_000;

    private readonly List<ListDraft> _found = [];
    private readonly ListDetails _details = new(source.UploadedAt);
    private readonly HashSet<int> _surePlaces = [];
    private ListDraft? _current;
    private int _section;
    private bool _otherThings;
    private string? _part;
    private (int Sure, int Doubtful) _all;
    private int _withVenue;

    public int Count { get; private set; }

    /// <summary>Headings that were taken as sections.</summary>
    public List<string> Sections { get; } = [];

    /// <summary>Titles that were left out because nothing around them speaks of papers.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>The papers of one stretch of the file, in its order.</summary>
    public IEnumerable<Entry> Read(IReadOnlyList<MarkdownLine> lines)
    {
        var plan = new MarkdownPlan(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            Place(plan, i);
        }

        Close();
        return Release();
    }

    /// <summary>A paper that is complete, a row of a table.</summary>
    public Entry Take(Paper paper, int line)
    {
        _all.Sure++;
        return new Entry(++Count, line, paper);
    }

    private void Place(MarkdownPlan plan, int at)
    {
        var line = plan.Lines[at];
        switch (line.Kind)
        {
            case LineKind.Rule:
                Close();
                break;
            case LineKind.Heading:
                Heading(plan, at);
                break;
            default:
                Body(plan, at);
                break;
        }
    }

    private void Heading(MarkdownPlan plan, int at)
    {
        var line = plan.Lines[at];
        if (plan.IsPart(at))
        {
            _part = line.Text;
            return;
        }

        Close();
        (_section, _part) = (_section + 1, null);
        _otherThings = TitleWords.NamesOtherThings(line.Text);
        if (plan.Heading(at) is { } lead)
        {
            Begin(line, lead, plan.IsDoubtful(at));
        }
        else if (Sections.Count < MaxNames)
        {
            Sections.Add(line.Text);
        }
    }

    private void Body(MarkdownPlan plan, int at)
    {
        var line = plan.Lines[at];
        if (ListFooter.Is(line.Text))
        {
            _current?.Close();
        }
        else if (plan.IsOfHeading(at))
        {
            More(line);
        }
        else if (plan.Leads[at] is { } lead && Begins(plan, at, lead) is { } sure)
        {
            Close();
            Begin(line, lead, !sure);
        }
        else if (_current is not null && Belongs(line))
        {
            More(line);
        }
        else if (line.Kind == LineKind.Item)
        {
            Close();
        }
    }

    /// <summary>Whether a paper begins here: true for sure, false perhaps, null where none does.</summary>
    private bool? Begins(MarkdownPlan plan, int at, Lead lead)
    {
        var line = plan.Lines[at];
        var within = _current is not null && Belongs(line);
        if (within && _current!.Origin == LineKind.Item && line.Level > _current.Level)
        {
            return plan.IsSelf(at)
                && ((lead.Kind == LeadKind.Linked && TitleWords.Count(lead.Title) >= 4) || Array.Exists(line.Links, link => link.Cites))
                ? true
                : null;
        }

        if (lead.Kind == LeadKind.Bare)
        {
            return !within || (line.First && _current is { HasIds: true, Origin: not LineKind.Heading }) ? true : null;
        }

        return within && !line.First && _current!.Origin == line.Kind && _current.Line == line.Number ? null : plan.Begins(at, lead);
    }

    private void Begin(MarkdownLine line, Lead lead, bool doubtful)
    {
        if (doubtful && _otherThings)
        {
            return;
        }

        _current = new ListDraft(lead.Title, line.Number)
        {
            Origin = line.Kind,
            Level = line.Kind == LineKind.Heading ? 0 : line.Level,
            Doubtful = doubtful,
            HasVenue = doubtful && Venues.Begins(line.Text.AsSpan(lead.End)),
            Section = _section,
            TitleIsId = lead.Kind == LeadKind.Bare,
        };
        _details.Begin(_current, line, lead);
    }

    private void More(MarkdownLine line)
    {
        if (_current is not null && (_part is null || ListDetails.IsAbstractHeading(_part)))
        {
            _details.Add(_current, line);
        }
    }

    /// <summary>Whether a line that begins no paper tells more of the current one.</summary>
    private bool Belongs(MarkdownLine line) => _current!.Origin switch
    {
        LineKind.Heading => true,
        LineKind.Item when line is { Kind: LineKind.Item, First: true } =>
            line.Level > _current.Level || (line.Level == _current.Level && line.Label is { Name: not ("title" or "url") }),
        LineKind.Item => line.Level >= _current.Level || line.Indented || ListDetails.IsDetail(line),
        _ => line.Level >= _current.Level,
    };

    private void Close()
    {
        if (_current is { } done)
        {
            _found.Add(done);
            _all = done.Doubtful ? (_all.Sure, _all.Doubtful + 1) : (_all.Sure + 1, _all.Doubtful);
            _withVenue += done.HasVenue ? 1 : 0;
            if (!done.Doubtful)
            {
                _surePlaces.Add(done.Section);
            }
        }

        _current = null;
    }

    /// <summary>Doubtful ones are taken beside sure ones of their section, or where at least as many others are sure.</summary>
    private List<Entry> Release()
    {
        var entries = new List<Entry>();
        foreach (var draft in _found)
        {
            if ((!draft.Doubtful || IsTaken(draft)) && draft.Finish() is { } paper)
            {
                entries.Add(new Entry(++Count, draft.Line, paper));
            }
            else if (LeftOut.Count < MaxNames && draft.Title is { } title)
            {
                LeftOut.Add(title);
            }
        }

        _found.Clear();
        return entries;
    }

    /// <summary>Headings with abstracts are papers where most others are such as well.</summary>
    private bool IsTaken(ListDraft draft) =>
        draft.Origin == LineKind.Heading ? _all.Doubtful >= 2 && _all.Doubtful >= _all.Sure
        : _surePlaces.Contains(draft.Section) || (_all.Sure >= _all.Doubtful && _all.Sure > 0)
        || (draft.HasVenue && _withVenue >= FewestWithVenue);
}
