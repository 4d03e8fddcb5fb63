using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>Which headings are papers. One is, where names or a link to it stand in it or right below it; not where three or more
/// papers, or headings that are papers, stand below it.</summary>
internal sealed class HeadingPlan
{
    private const int FewestPapersOfSection = 3;

    private readonly MarkdownPlan _plan;
    private readonly List<Head> _heads = [];
    private readonly Dictionary<int, Head> _papers = [];
    private readonly bool[] _within;

    public HeadingPlan(MarkdownPlan plan)
    {
        _plan = plan;
        _within = new bool[plan.Lines.Count];
        Collect();
        Siblings();
        Choose();
    }

    public Lead? Lead(int at) => _papers.TryGetValue(at, out var head) ? head.Lead : null;

    public bool IsDoubtful(int at) => _papers.TryGetValue(at, out var head) && head.IsDoubtful;

    public bool IsWithin(int at) => _within[at];

    private void Collect()
    {
        var lines = _plan.Lines;
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Kind == LineKind.Heading)
            {
                _heads.Add(new Head(at, lines[at].Level, HeadingLead.Read(lines[at])));
            }
        }

        for (var i = 0; i < _heads.Count; i++)
        {
            _heads[i].DirectEnd = i + 1 < _heads.Count ? _heads[i + 1].At : lines.Count;
            HeadingEvidence.Look(_plan, _heads[i]);
        }

        SectionEnds(lines.Count);
    }

    /// <summary>A section ends where a heading of its level or above begins.</summary>
    private void SectionEnds(int count)
    {
        var open = new Stack<Head>();
        foreach (var head in _heads)
        {
            while (open.TryPeek(out var top) && top.Level >= head.Level)
            {
                open.Pop().SectionEnd = head.At;
            }

            open.Push(head);
        }

        while (open.TryPop(out var last))
        {
            last.SectionEnd = count;
        }
    }

    /// <summary>Where most headings of a level are papers, those with a label or a text are papers as well.</summary>
    private void Siblings()
    {
        foreach (var level in _heads.GroupBy(head => head.Level))
        {
            var papers = level.Count(head => head.ShowsPaper);
            if (papers >= 2 && papers * 2 >= level.Count(head => head.Lead is not null))
            {
                foreach (var head in level.Where(head => head is { ShowsPaper: false, Lead: not null, HasLabels: true }
                    && head.Papers == 0))
                {
                    head.ShowsPaper = TitleWords.Count(head.Lead!.Title) >= 3;
                }
            }
        }
    }

    private void Choose()
    {
        var end = 0;
        for (var i = 0; i < _heads.Count; i++)
        {
            var head = _heads[i];
            if (head.At >= end && head is { ShowsPaper: true, Lead: not null } && !HasPaperBelow(i))
            {
                _papers[head.At] = head;
                end = head.SectionEnd;
                Array.Fill(_within, true, head.At + 1, end - head.At - 1);
            }
        }
    }

    private bool HasPaperBelow(int index)
    {
        var (papers, head) = (0, _heads[index]);
        for (var i = index + 1; i < _heads.Count && _heads[i].At < head.SectionEnd; i++)
        {
            papers += _heads[i].Papers;
            if (_heads[i] is { ShowsPaper: true, Lead: not null } || (papers >= FewestPapersOfSection && head.IsAlone))
            {
                return true;
            }
        }

        return false;
    }

    internal sealed class Head(int at, int level, Lead? lead)
    {
        public int At { get; } = at;

        public int Level { get; } = level;

        public Lead? Lead { get; } = lead;

        /// <summary>Where the next heading is.</summary>
        public int DirectEnd { get; set; }

        public int SectionEnd { get; set; }

        public bool ShowsPaper { get; set; }

        public bool IsDoubtful { get; set; }

        /// <summary>Papers in the lines right below that are papers by themselves.</summary>
        public int Papers { get; set; }

        public bool HasLabels { get; set; }

        /// <summary>Neither names nor a label: what shows it to be a paper is a link alone.</summary>
        public bool IsAlone { get; set; }
    }
}
