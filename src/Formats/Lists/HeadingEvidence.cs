using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>What shows that a heading is a paper's: names or a link to it, in it or right below it.</summary>
internal static class HeadingEvidence
{
    private const int FewestPapersOfSection = 3;

    private const int ShortestAbstract = 150;

    private const int LinesOfAuthors = 4;

    public static void Look(MarkdownPlan plan, HeadingPlan.Head head)
    {
        if (head.Lead is not { } lead)
        {
            return;
        }

        var seen = new Seen { Link = lead.Url is not null
            ? lead.Sign == LinkSign.Paper
            : plan.Lines[head.At].IsButtons || PaperLines.IsSelf(plan.Lines[head.At], lead) };
        for (var i = head.At + 1; i < head.DirectEnd; i++)
        {
            Line(plan, i, i - head.At, seen, head);
        }

        head.IsAlone = !seen.Authors && !seen.Labelled;
        var isSection = head.Papers >= FewestPapersOfSection || seen.Targets.Count >= FewestPapersOfSection;
        head.ShowsPaper = (seen.Authors && (seen.Link || !isSection))
            || (seen.Link && !isSection && (head.Papers == 0 || seen.Labelled || lead.Url is not null));
        if (!head.ShowsPaper && seen.Abstract && head.Papers == 0 && TitleWords.Count(lead.Title) >= 3)
        {
            (head.ShowsPaper, head.IsDoubtful) = (true, true);
        }
    }

    private static void Line(MarkdownPlan plan, int at, int below, Seen seen, HeadingPlan.Head head)
    {
        var line = plan.Lines[at];
        if (plan.IsSure(at) && plan.Leads[at] is { Kind: not LeadKind.Bare } lead && TitleWords.Count(lead.Title) >= 3
            && line.Label is null)
        {
            head.Papers++;
            seen.Target(line);
            return;
        }

        if (head.Papers > 0)
        {
            return;
        }

        var label = line.Label;
        head.HasLabels |= label is not null;
        seen.Authors |= label?.Name == "authors" || (label is null && below <= LinesOfAuthors && line.IsAuthors);
        if (label is { Name: "url" or "arxiv" or "doi" }
            ? line.Sign == LinkSign.Paper || label.Value.Name != "url"
            || (line.Sign == LinkSign.Web && TitleWords.Count(head.Lead!.Title) >= 3)
            : line.IsButtons)
        {
            seen.Link = true;
            seen.Labelled |= label is not null;
            seen.Target(line);
        }

        seen.Abstract |= line.Text.Length >= ShortestAbstract && PaperDetector.IsAbstract(line.Text);
    }

    private sealed class Seen
    {
        public bool Authors { get; set; }

        public bool Link { get; set; }

        public bool Labelled { get; set; }

        public bool Abstract { get; set; }

        /// <summary>Papers that are linked, by id where there is one: its page and its PDF are one.</summary>
        public HashSet<string> Targets { get; } = [];

        public void Target(MarkdownLine line)
        {
            if (Array.Find(line.Links, link => link.Sign == LinkSign.Paper).Url is { } url)
            {
                Targets.Add(KnownId.Of(url) ?? url);
            }
        }
    }
}
