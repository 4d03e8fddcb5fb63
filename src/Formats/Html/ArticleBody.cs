using System.Text;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>The abstract of an article's page, and the subjects that arXiv shows, as they stand in its text.</summary>
internal static partial class ArticleBody
{
    /// <summary>Shorter texts beside an abstract are names, buttons, dates.</summary>
    private const int ShortestParagraph = 40;

    private const int ShortestUnlabelled = 300;

    /// <summary>Letters in which forms of one word are alike.</summary>
    private const int StemLength = 6;

    private const int MaxAbstract = 64 * 1024;

    /// <summary>What stands below the heading "Abstract", headings within an abstract included; empty where there is none.</summary>
    public static string Abstract(IReadOnlyList<HtmlBlock> blocks)
    {
        foreach (var kind in (HtmlBlockKind[])[HtmlBlockKind.Heading, HtmlBlockKind.Text])
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                if (blocks[i].Kind == kind && Heading().IsMatch(blocks[i].Text) && Below(blocks, i + 1) is { Length: > 0 } found)
                {
                    return found;
                }
            }
        }

        return blocks.FirstOrDefault(block => block.Kind == HtmlBlockKind.Text && block.Text.Length > 100
            && Labelled().IsMatch(block.Text)).Text ?? "";
    }

    /// <summary>The first long text that speaks of what the title names; null where there is none.</summary>
    public static string? Paragraph(IReadOnlyList<HtmlBlock> blocks, string title) =>
        blocks.FirstOrDefault(block => block.Kind == HtmlBlockKind.Text && block.Text.Length >= ShortestUnlabelled
            && IsAbout(block.Text, title)).Text;

    /// <summary>Whether a text uses several words of the title: what describes the site or the journal does not.</summary>
    public static bool IsAbout(string text, string title)
    {
        var words = LongWord().Matches(title).Select(match => match.Value[..Math.Min(match.Length, StemLength)])
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) >= Math.Min(2, words.Count);
    }

    /// <summary>Adds the classes of arXiv's line "Subjects".</summary>
    public static void AddSubjects(IReadOnlyList<HtmlBlock> blocks, PaperDraft draft)
    {
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Kind == HtmlBlockKind.Text && blocks[i].Text == "Subjects:")
            {
                draft.AddCategories(Class().Matches(blocks[i + 1].Text).Select(match => match.Groups["class"].Value));
                return;
            }
        }
    }

    private static string Below(IReadOnlyList<HtmlBlock> blocks, int start)
    {
        var text = new StringBuilder();
        for (var i = start; i < blocks.Count && text.Length < MaxAbstract; i++)
        {
            var block = blocks[i];
            if (block.Kind == HtmlBlockKind.Heading && !Part().IsMatch(block.Text))
            {
                break;
            }

            var isPart = block.Kind == HtmlBlockKind.Heading && text.Length + block.Text.Length > 0;
            if (isPart || (block.Kind == HtmlBlockKind.Text && block.Text.Length >= ShortestParagraph))
            {
                text.Append(text.Length > 0 ? " " : "").Append(block.Text).Append(isPart && !block.Text.EndsWith(':') ? ":" : "");
            }
            else if (block.Kind == HtmlBlockKind.Text && text.Length > 0 && After().IsMatch(block.Text))
            {
                break;
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^(?:abstract|summary|a b s t r a c t|r[ée]sum[ée]|resumen|resumo|zusammenfassung)\s?[:.]?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^abstract\s?[:.—]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Labelled();

    /// <summary>Headings that structure an abstract.</summary>
    [GeneratedRegex(@"^(?:background|objectives?|aims?|purpose|context|importance|methods?|methods and (?:results|findings)|design|" +
        @"setting|participants|interventions?|main outcomes?.{0,40}|results?|findings|conclusions?|interpretation|significance|" +
        @"limitations|funding|registration)\s?[:.]?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"\p{L}{4,40}")]
    private static partial Regex LongWord();

    /// <summary>What follows an abstract without a heading of its own.</summary>
    [GeneratedRegex(@"^(?:key ?words?|introduction|references|citation|comments|subjects|graphical abstract|previous article|" +
        @"recommended articles|copyright|cited by)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex After();

    [GeneratedRegex(@"\((?<class>[a-z-]{2,9}(?:\.[A-Za-z-]{2,9})?)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Class();
}
