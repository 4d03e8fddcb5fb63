using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>A Markdown list: a paper is a heading with names or a link to it, an item or a paragraph that starts with a title, or a
/// row of a table.</summary>
public sealed partial class ListMarkdown : IDigestFormat
{
    public string Name => "markdown";

    public bool HoldsOnlyPapers => false;

    public bool IsLastResort => true;

    public double Recognise(DigestHead head) =>
        head.Text.AsSpan().TrimStart() is ['{' or '@', ..] || Document().IsMatch(head.Text.AsSpan(0, Math.Min(head.Text.Length, 4000)))
            ? 0
            : MarkdownShape.Of(head.Text);

    public bool SpeaksOfPapers(DigestHead head) => PaperDetector.In(head);

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new TextLines(content);
        var (parts, papers) = (new MarkdownChunks(lines), new MarkdownPapers(source));
        while (await lines.NextAsync(cancellationToken))
        {
            if (lines.Problem is { } problem)
            {
                yield return new DigestItem.ProblemFound(problem);
            }

            foreach (var item in Read(parts.Add(), papers))
            {
                yield return item;
            }

            if (parts.Table?.Read(lines.Text, source.UploadedAt) is { } paper)
            {
                yield return new DigestItem.Found(papers.Take(paper, lines.Number));
            }
        }

        foreach (var item in Read(parts.End(), papers))
        {
            yield return item;
        }

        if (parts.Unclosed() is { } unclosed)
        {
            yield return new DigestItem.ProblemFound(unclosed);
        }

        if (papers.Sections.Count > 0)
        {
            yield return DigestItem.Passed.Headings(papers.Sections);
        }

        if (papers.LeftOut.Count > 0)
        {
            yield return DigestItem.Passed.Entries(papers.LeftOut);
        }

        if (papers.Count == 0)
        {
            yield return new DigestItem.ProblemFound(
                new Problem(1,
                    "No paper was found: no heading, item, paragraph or row that has a title with authors or with a link to arXiv, a "
                    + "DOI, a publisher or a PDF. Put a link beside each title."));
        }
    }

    private static IEnumerable<DigestItem> Read((string Text, int First)? part, MarkdownPapers papers)
    {
        if (part is not { } stretch)
        {
            yield break;
        }

        if (MarkdownTree.Read(stretch.Text, stretch.First) is not { } read)
        {
            yield return new DigestItem.ProblemFound(new Problem(stretch.First,
                "The Markdown from here on is nested too deep to be read; it was left out up to the next table or the next far heading."));
            yield break;
        }

        foreach (var entry in papers.Read(read))
        {
            yield return new DigestItem.Found(entry);
        }
    }

    /// <summary>A page or XML; a list may begin with a centred heading or a picture.</summary>
    [GeneratedRegex(@"^\s*<(?:[?]|!doctype|html|head|body|rss|feed|xml|records?|opml|rdf|meta|script|style|title|table|[a-z]+:)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Document();
}
