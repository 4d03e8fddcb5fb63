using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>What the paragraphs at the start of a text look like.</summary>
internal sealed partial record ListShape
{
    private const int LookedAt = 16 * 1024;

    /// <summary>XML, JSON, BibTeX.</summary>
    public bool IsMarkup { get; private set; }

    /// <summary>Marks of exports that have formats of their own.</summary>
    public bool IsRecordExport { get; private set; }

    public int Titles { get; private set; }

    public int OtherLabels { get; private set; }

    /// <summary>Lines such as <c>3. A Title</c>.</summary>
    public int Numbered { get; private set; }

    /// <summary>Lines of authors or of an abstract below a numbered one.</summary>
    public int Details { get; private set; }

    /// <summary>Titles with a long text after them.</summary>
    public int Pairs { get; private set; }

    /// <summary>Pairs beyond doubt: authors with an <c>Abstract:</c> below them.</summary>
    public int LabelledPairs { get; private set; }

    /// <summary>Paragraphs that are neither.</summary>
    public int Odd { get; private set; }

    public static ListShape Of(DigestHead head)
    {
        var shape = new ListShape { IsMarkup = head.Text.AsSpan().TrimStart() is ['<' or '{' or '[' or '@', ..] };
        var previous = "";
        var (number, inFront) = (0, false);
        foreach (var raw in head.Text.AsSpan()[..Math.Min(head.Text.Length, LookedAt)].EnumerateLines())
        {
            var line = raw.Trim().ToString();
            inFront = ++number == 1 ? line == "---" : inFront && line is not ("---" or "...");
            if (line.Length > 0 && !inFront)
            {
                shape.Look(line, previous);
                previous = line;
            }
        }

        shape.Odd += TextPapers.IsTitle(previous) || previous.Length >= TextPapers.ShortestAbstract || AuthorLine.LooksLike(previous)
            ? 0
            : 1;
        return shape;
    }

    private void Look(string line, string previous)
    {
        if (FieldLabel.Of(line) is { } field)
        {
            Titles += field.Name == "title" ? 1 : 0;
            OtherLabels += field.Name == "title" ? 0 : 1;
            var below = field.Name == "abstract" && AuthorLine.LooksLike(previous);
            (Pairs, Details, LabelledPairs) = below ? (Pairs + 1, Details + 1, LabelledPairs + 1) : (Pairs, Details, LabelledPairs);
            return;
        }

        IsRecordExport |= line == @"\\" || line.StartsWith("TY  - ", StringComparison.Ordinal)
            || line.StartsWith("PMID- ", StringComparison.Ordinal);
        var numbered = NumberedLine().IsMatch(line);
        Numbered += numbered ? 1 : 0;
        var detail = !numbered && (AuthorLine.LooksLike(line) || line.Length >= TextPapers.ShortestAbstract);
        Details += detail ? 1 : 0;
        Pairs += !numbered && line.Length >= TextPapers.ShortestAbstract
            && (TextPapers.IsTitle(previous) || AuthorLine.LooksLike(previous)) ? 1 : 0;
        Odd += !numbered && !detail && !TextPapers.IsTitle(line) ? 1 : 0;
    }

    [Backtracks(BacktracksAttribute.Line, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:\[\d{1,4}\]|\(?\d{1,4}[.)])\s+(?<text>\p{L}.{4,399})$|^(?:\[\d{1,4}\]|" +
        @"\(?\d{1,4}[.)])\s+(?<text>[\d\p{P}].{4,399})$", RegexOptions.ExplicitCapture)]
    internal static partial Regex NumberedLine();
}
