using System.Runtime.CompilerServices;

namespace PaperFunctions.Formats.Html;

/// <summary>The trending page as a browser saves it, and other pages whose papers are a heading and a text each.</summary>
public sealed class TrendingHtml : IDigestFormat
{
    public string Name => "trending-html";

    public double Recognise(DigestHead head)
    {
        var start = head.Text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] != '<' || !IsHtml(start[..Math.Min(start.Length, 2000)]))
        {
            return 0;
        }

        return Says(head, "DailyPapers") || Says(head, "huggingface.co") || Says(head, "rending papers") || Says(head, "rending Papers") ? 0.97 : 0.6;
    }

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await HtmlPage.ReadAsync(content, cancellation) is not { } page)
        {
            yield return new DigestItem.Trouble(HtmlPage.TooLarge);
            yield break;
        }

        var cards = new HtmlCards(source);
        using var blocks = new HtmlBlocks(page);
        foreach (var block in blocks.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var item in cards.Take(block))
            {
                yield return item;
            }

            if (cards.Complete)
            {
                yield break;
            }
        }

        foreach (var item in cards.Finish())
        {
            yield return item;
        }
    }

    private static bool IsHtml(ReadOnlySpan<char> start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase) ||
        start.StartsWith("<body", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<main", StringComparison.OrdinalIgnoreCase) ||
        start.StartsWith("<div", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<article", StringComparison.OrdinalIgnoreCase) ||
        start.StartsWith("<section", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<head", StringComparison.OrdinalIgnoreCase);

    private static bool Says(DigestHead head, string text) => head.Text.Contains(text, StringComparison.Ordinal);
}
