using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Papers in plain text: one a line, or with labels (<c>Title:</c>), numbered, or a block of lines each.</summary>
public sealed class ListText : IDigestFormat
{
    public string Name => "text";

    public bool HoldsOnlyPapers => false;

    public bool IsLastResort => true;

    public double Recognise(DigestHead head)
    {
        var shape = Shape(ListShape.Of(head));
        return shape >= 0.5 || MarkdownShape.Of(head.Text) >= 0.5 || head.Text.AsSpan().TrimStart() is ['<' or '{' or '@', ..]
            ? shape
            : Math.Max(shape, LineList.Fits(Lines(head)));
    }

    /// <summary>Ids and titles one a line speak for themselves.</summary>
    public bool SpeaksOfPapers(DigestHead head) => PaperDetector.In(head) || LineList.Fits(Lines(head)) > 0;

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new TextLines(content);
        var reader = new PlainPapers(source);
        while (await lines.NextAsync(cancellationToken))
        {
            if (lines.Problem is { } problem)
            {
                yield return new DigestItem.Trouble(problem);
            }

            foreach (var entry in reader.Add(lines.Text, lines.Number))
            {
                yield return new DigestItem.Found(entry);
            }
        }

        foreach (var entry in reader.End())
        {
            yield return new DigestItem.Found(entry);
        }

        if (reader.Count == 0)
        {
            yield return new DigestItem.Trouble(
                new Problem(1,
                    "No paper was found: no title with authors, an abstract, an id or an address. Put one title, id or address on each "
                    + "line, or label the lines Title:, Authors:, Abstract:."));
        }
    }

    private static double Shape(ListShape shape) => shape switch
    {
        { IsMarkup: true } => 0,
        { Titles: >= 1, OtherLabels: >= 1, IsRecordExport: false } => 0.85,
        { Numbered: >= 2, Details: >= 2 } => 0.75,
        { Pairs: >= 2, Odd: 0 } or { LabelledPairs: >= 2 } => 0.65,
        { Numbered: 1, Details: >= 1 } or { Pairs: 1, Odd: 0 } => 0.5,
        { Pairs: >= 1 } => 0.3,
        _ => 0.1,
    };

    private static string[] Lines(DigestHead head) => head.Text.Split('\n', LineList.LookedAt * 2);
}
