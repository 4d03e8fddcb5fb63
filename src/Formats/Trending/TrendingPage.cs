using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Trending;

/// <summary>Reads a trending page: head lines, then title and abstract by turns.</summary>
internal static class TrendingPage
{
    /// <param name="mayBeSpaced">Blank lines in the head mean that blank lines part titles and abstracts.</param>
    public static async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, bool mayBeSpaced, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new TextLines(content);
        var head = new TrendingHead(source.UploadedAt, mayBeSpaced);
        TitlesAndAbstracts? body = null;
        while (await lines.NextAsync(cancellationToken))
        {
            if (lines.Problem is { } problem)
            {
                yield return new DigestItem.ProblemFound(problem);
            }

            var dated = head.Date is not null;
            var text = head.Done ? lines.Text : head.Read(lines.Text);
            if (!dated && head.Date is { } date)
            {
                yield return new DigestItem.Dated(date);
            }

            if (head.Done)
            {
                body ??= new TitlesAndAbstracts(head.Spaced);
                if (body.Add(text, lines.Number) is { } entry)
                {
                    yield return Found(entry);
                }

                while (body.TakeProblem() is { } trouble)
                {
                    yield return new DigestItem.ProblemFound(trouble);
                }
            }
        }

        foreach (var item in Last(body ?? new TitlesAndAbstracts(false), head, lines.Number))
        {
            yield return item;
        }
    }

    private static IEnumerable<DigestItem> Last(TitlesAndAbstracts body, TrendingHead head, int lastLine)
    {
        foreach (var entry in body.Finish())
        {
            yield return Found(entry);
        }

        while (body.TakeProblem() is { } trouble)
        {
            yield return new DigestItem.ProblemFound(trouble);
        }

        if (body.Count == 0)
        {
            yield return new DigestItem.ProblemFound(new Problem(lastLine, NoPapers(head)));
        }
    }

    private static string NoPapers(TrendingHead head) => head.Subscribed
        ? "The page ends after its promotion lines; there is no paper in it. Copy the page again, with its list."
        : "The line that begins with \"Subscribe\" is missing, and with it the papers that follow it. Copy the page again, with its list.";

    private static DigestItem.Found Found(Entry entry)
    {
        var text = entry.Paper.Abstract;
        var links = LinkFinder.Find(text);
        return links.Count == 0
            ? new DigestItem.Found(entry)
            : new DigestItem.Found(entry with { Paper = OwnIds.Add(entry.Paper with { Links = links }, text) });
    }
}
