using System.Buffers;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;

namespace PaperFunctions.Formats.Lists;

/// <summary>One cell of a table in Markdown.</summary>
internal static class MarkdownCell
{
    /// <summary>Characters; a longer cell holds more than a title.</summary>
    private const int LongCell = 200;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[*_`<&\\!");

    /// <summary>Its lines: a cell has breaks as tags.</summary>
    public static List<MarkdownLine> Read(string cell)
    {
        cell = Unclosed(cell);
        return cell.AsSpan().IndexOfAny(Marks) < 0 && !cell.Contains("://", StringComparison.Ordinal)
            ? cell.Length == 0 ? [] : [new(LineKind.Item, 0, 0, true, false, cell, [new(0, cell.Length)])]
            : MarkdownTree.ReadInline(cell);
    }

    /// <summary>Whether a cell's line is a linked title that leads to a paper.</summary>
    public static bool IsPaper(MarkdownLine line) =>
        LeadReader.Read(line) is { Kind: not LeadKind.Bare and not LeadKind.Plain } lead && TitleWords.Count(lead.Title) >= 3
            && PaperLines.IsSelf(line, lead);

    /// <summary>The line with the title, and the title: marked, or the cell's first line that has words.</summary>
    public static (int Line, Lead Lead)? Title(List<MarkdownLine> cell, bool titled)
    {
        for (var i = 0; i < cell.Count; i++)
        {
            if (LeadReader.Read(cell[i]) is { Kind: not LeadKind.Bare and not LeadKind.Plain } lead)
            {
                var isAll = lead.Kind == LeadKind.Quoted && lead.Start == 0 && lead.End == cell[i].Text.Length;
                return (i, isAll ? lead with { Title = cell[i].Text } : lead);
            }

            var text = cell[i].Text;
            var at = LeadTags.Skip(cell[i], 0);
            var end = Array.Find(cell[i].Links, link => link.Start > at) is { End: > 0 } button ? button.Start : text.Length;
            end = at < end ? EndOfTitle(text, at, end) : end;
            if (titled && at < end && TitleWords.IsTitle(text.AsSpan(at, end - at).Trim(), 1))
            {
                return TitleWords.IsTitle(text.AsSpan(at, end - at).Trim(" [(*"), 1)
                    ? (i, new Lead(LeadKind.Plain, Whole(text, at, end), null, at, end))
                    : null;
            }
        }

        return null;
    }

    /// <summary>What the cell says beside the title.</summary>
    public static void Describe(List<MarkdownLine> cell, (int Line, Lead Lead) title, PaperDraft draft, DateTimeOffset uploadedAt)
    {
        draft.Title = title.Lead.Title;
        var (listed, details) = (new ListDraft(draft), new ListDetails(uploadedAt));
        details.Begin(listed, cell[title.Line], title.Lead);
        for (var i = 0; i < cell.Count; i++)
        {
            if (i != title.Line)
            {
                details.Add(listed, cell[i]);
            }
        }
    }

    /// <summary>In a cell with a title and a summary, two spaces or a dash part them. "(@Lantern Lab)"
    /// behind a title names its authors' team.</summary>
    private static int EndOfTitle(string text, int at, int end)
    {
        var team = text.AsSpan(at, end - at).IndexOf("(@");
        end = team > 0 ? at + team : end;
        if (end - at < LongCell)
        {
            return end;
        }

        var start = text.AsSpan(at, Math.Min(end - at, TitleWords.Longest));
        var gap = start.IndexOf("  ");
        var part = gap > 0 ? gap : start.IndexOf(" - ");
        return part > 0 ? at + part : end;
    }

    /// <summary>Quotes around a whole title stay: they are of the title.</summary>
    private static string Whole(string text, int at, int end) =>
        text[(at > 0 && text[at - 1] is '"' or '“' ? at - 1 : at)..end].Trim(' ', '[', '(', '*');

    /// <summary>Bold that no second mark closes.</summary>
    private static string Unclosed(string cell) =>
        cell.StartsWith("**", StringComparison.Ordinal) && cell.IndexOf("**", 2, StringComparison.Ordinal) < 0 ? cell[2..].TrimStart()
        : cell.EndsWith("**", StringComparison.Ordinal) && cell.IndexOf("**", StringComparison.Ordinal) == cell.Length - 2
        ? cell[..^2].TrimEnd()
        : cell;
}
