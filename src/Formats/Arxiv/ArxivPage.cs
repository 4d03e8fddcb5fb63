using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperFunctions.Formats.Html;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>arXiv's pages of new or recent papers (arxiv.org/list/...) and of search results, as a browser saves them.</summary>
public sealed partial class ArxivPage : IDigestFormat
{
    public string Name => "arxiv-html";

    public double Recognise(DigestHead head) =>
        head.Text.AsSpan().TrimStart() is ['<', ..] && head.Text.Contains("list-title", StringComparison.Ordinal)
            && Item().IsMatch(head.Text) ? 0.98 : 0;

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await HtmlPage.ReadAsync(content, cancellationToken) is not { } page)
        {
            yield return new DigestItem.Trouble(HtmlPage.TooLarge);
            yield break;
        }

        var items = new ArxivPageItems();
        using var blocks = new HtmlBlocks(page);
        foreach (var block in blocks.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (items.Take(block) is { } item)
            {
                yield return item;
            }
        }

        if (items.End() is { } last)
        {
            yield return last;
        }

        if (items.Count == 0)
        {
            yield return new DigestItem.Trouble(new Problem(1,
                "The page lists no paper: no line \"arXiv:\" with an id and a title after it. Save the whole page."));
        }
    }

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@">\s{0,20}arXiv:\s{0,4}(?:\d{4}\.|[a-z-]{2,9}/)\d{4}", RegexOptions.IgnoreCase)]
    private static partial Regex Item();
}
