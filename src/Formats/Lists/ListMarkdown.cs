using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Detection;
using PaperFunctions.Formats.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>A Markdown list: a paper is a heading with text below it, an item that starts with a bold, linked or quoted title, or a
/// row of a table.</summary>
public sealed partial class ListMarkdown : IDigestFormat
{
    public string Name => "markdown";

    public bool HoldsOnlyPapers => false;

    public bool IsLastResort => true;

    public double Recognise(DigestHead head)
    {
        if (head.Text.AsSpan().TrimStart() is ['{' or '@', ..] || Document().IsMatch(head.Text))
        {
            return 0;
        }

        var signs = 0;
        var marks = 0;
        var before = "";
        foreach (var raw in head.Text.AsSpan()[..Math.Min(head.Text.Length, 16 * 1024)].EnumerateLines())
        {
            var line = raw.TrimEnd().ToString();
            marks += Heading().IsMatch(line) || Item().IsMatch(line) ? 1 : 0;
            signs += Heading().Match(line) is { Success: true } heading && heading.Groups["level"].Length > 1 ? 1
                : Item().Match(line) is { Success: true } item && Markdown.Lead(item.Groups["text"].Value).Success ? 1
                : MarkdownTable.IsRule(line) && MarkdownTable.Of(before) is not null ? 2 : 0;
            before = line;
        }

        return signs >= 2 ? 0.8 : signs == 1 ? 0.7 : marks > 1 ? 0.3 : 0.05;
    }

    public bool SpeaksOfPapers(DigestHead head) => PaperDetector.In(head);

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new TextLines(content);
        var reader = new MarkdownPapers(new ListAssembler(source));
        while (await lines.NextAsync(cancellation))
        {
            if (lines.Problem is { } problem)
            {
                yield return new DigestItem.Trouble(problem);
            }

            foreach (var entry in reader.Add(lines.Text, lines.Indent, lines.Number))
            {
                yield return new DigestItem.Found(entry);
            }
        }

        foreach (var last in reader.End())
        {
            yield return new DigestItem.Found(last);
        }

        if (reader.Count == 0)
        {
            yield return new DigestItem.Trouble(new Problem(1, "No paper was found: no heading or item with authors, a text or a link to arXiv or a DOI. Put each title in a heading or in bold, or in a table with a column \"Title\"."));
        }
    }

    /// <summary>A page or XML; a list may begin with a centred heading or a picture.</summary>
    [GeneratedRegex(@"^\s*<(?!(?:h[1-6]|p|div|img|a|center|picture|!--|details)\b|!--)|^\s*<[\s\S]{0,2000}?<(?:html|body|head)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Document();

    [GeneratedRegex(@"^(?<level>#{1,6})\s+(?<text>\S.*?)\s*#*$", RegexOptions.ExplicitCapture)]
    internal static partial Regex Heading();

    [GeneratedRegex(@"^(?:[-*+]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?(?<text>\S.*)$", RegexOptions.ExplicitCapture)]
    internal static partial Regex Item();
}
