using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>What each line of a stretch is, judged by the lines around it: headings are sections before they are papers.</summary>
internal sealed class MarkdownPlan
{
    /// <summary>So far ahead a line is looked for that shows a title to be one.</summary>
    private const int Ahead = 25;

    private readonly bool[] _self;
    private readonly bool[] _sure;
    private readonly (bool Known, bool? Begins)[] _begins;
    private readonly HeadingPlan _headings;

    public MarkdownPlan(IReadOnlyList<MarkdownLine> lines)
    {
        Lines = lines;
        Leads = [.. lines.Select(line => line.Kind is LineKind.Item or LineKind.Text ? OfBody(line) : null)];
        _self = [.. lines.Select((line, at) => Leads[at] is { } lead && PaperLines.IsSelf(line, lead))];
        _begins = new (bool, bool?)[lines.Count];
        _sure = [.. lines.Select((line, at) => line.First && Leads[at] is { } lead
            && (_self[at] || (lead.Kind is LeadKind.Bold or LeadKind.Linked or LeadKind.Quoted && Begins(at, lead) == true)))];
        _headings = new HeadingPlan(this);
    }

    public IReadOnlyList<MarkdownLine> Lines { get; }

    /// <summary>The title with which a line starts; null for headings and where there is none.</summary>
    public IReadOnlyList<Lead?> Leads { get; }

    /// <summary>Whether the line is a paper by itself: a title and a link to it.</summary>
    public bool IsSelf(int at) => _self[at];

    /// <summary>Whether a title stands here that this line or the next ones show to be a paper's.</summary>
    public bool IsSure(int at) => _sure[at];

    /// <summary>The title of a heading that is a paper; null for sections.</summary>
    public Lead? Heading(int at) => _headings.Lead(at);

    public bool IsDoubtful(int at) => _headings.IsDoubtful(at);

    /// <summary>Whether a line stands below a heading that is a paper, and so tells more of it.</summary>
    public bool IsOfHeading(int at) => _headings.IsWithin(at);

    /// <summary>Whether a heading stands below one that is a paper.</summary>
    public bool IsPart(int at) => _headings.IsWithin(at);

    /// <summary>True for a sure paper, false for a doubtful one, null for none.</summary>
    public bool? Begins(int at, Lead lead)
    {
        _begins[at] = _begins[at].Known ? _begins[at] : (true, Judge(at, lead));
        return _begins[at].Begins;
    }

    private bool? Judge(int at, Lead lead)
    {
        var line = Lines[at];
        if (IsSelf(at) || PaperLines.HasAuthorsBefore(line, lead)
            || (PaperLines.HasAuthors(line, lead) && (lead.Kind != LeadKind.Plain || line.Kind == LineKind.Item)))
        {
            return true;
        }

        return Follows(at, lead) ? true : PaperLines.MayBe(line, lead) ? false : null;
    }

    /// <summary>Whether the next lines show that this title is a paper's: authors, a labelled link, a button.</summary>
    private bool Follows(int at, Lead lead)
    {
        var line = Lines[at];
        var ahead = lead.Kind == LeadKind.Plain ? (line.Kind == LineKind.Item ? 6 : 2) : Ahead;
        for (var i = at + 1; i < Lines.Count && i <= at + ahead && !Ends(line, i); i++)
        {
            if (PaperLines.ShowsPaper(Lines[i], i - at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something else begins at a line below a title.</summary>
    private bool Ends(MarkdownLine title, int at)
    {
        var line = Lines[at];
        return line.Kind is LineKind.Heading or LineKind.Rule
            || (line is { Kind: LineKind.Item, First: true } && title.Kind == LineKind.Item && line.Level <= title.Level)
            || (IsSelf(at) && Leads[at] is { Kind: LeadKind.Linked } other && TitleWords.Count(other.Title) >= 3)
            || (line is { Kind: LineKind.Text, First: true }
                && ((Leads[at] is { Kind: LeadKind.Bold })
                    || (title.Kind == LineKind.Item && line.Level < title.Level && !line.Indented && !ListDetails.IsDetail(line))));
    }

    private static Lead? OfBody(MarkdownLine line)
    {
        var lead = LeadReader.Read(line);
        return line.First || lead is not { Kind: LeadKind.Plain or LeadKind.Italic } ? lead : null;
    }
}
