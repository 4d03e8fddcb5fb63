using System.Runtime.CompilerServices;

using PaperFunctions.Formats.Detection;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>The trending page as a browser saves it, and other pages whose papers are a heading and a text each.</summary>
public sealed class TrendingHtml : IDigestFormat
{
    private static readonly Problem NoPapers = new(1,
        "Nothing in the page speaks of papers: no id, no publisher's address, no authors, no words of an abstract. Name the file x.trending-html.txt to read it all the same.");

    public string Name => "trending-html";

    public double Recognise(DigestHead head)
    {
        var start = head.Text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] != '<' || !IsHtml(start[..Math.Min(start.Length, 2000)]))
        {
            return 0;
        }

        return IsTrending(head.Text) ? 0.97 : 0.6;
    }

    /// <summary>Scripts may fill the start of a large page, so that one is judged once it is read.</summary>
    public bool SpeaksOfPapers(DigestHead head) => !head.IsWhole || IsTrending(head.Text) || PaperDetector.In(head);

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await HtmlPage.ReadAsync(content, cancellation) is not { } page)
        {
            yield return new DigestItem.Trouble(HtmlPage.TooLarge);
            yield break;
        }

        if (FormatOverride.Of(source) is null && !IsTrending(page) && !PaperDetector.In(page))
        {
            yield return new DigestItem.Trouble(NoPapers);
            yield break;
        }

        foreach (var item in Papers(page, source, cancellation))
        {
            yield return item;
        }
    }

    /// <summary>Where the papers have ids, authors or links, what has none of them is a greeting, a section or an advertisement.</summary>
    private static IEnumerable<DigestItem> Papers(string page, DigestSource source, CancellationToken cancellation)
    {
        var cards = new HtmlCards(source);
        var items = Items(page, cards, cancellation).ToList();
        var found = items.Count(item => item is DigestItem.Found);
        if (cards.Loose.Count == 0 || found - cards.Loose.Count < Math.Max(2, cards.Loose.Count))
        {
            return items;
        }

        var rank = 0;
        return items.Where(item => item is not DigestItem.Found { Entry: var entry } || !cards.Loose.Contains(entry))
            .Select(item => item is DigestItem.Found { Entry: var entry } ? new DigestItem.Found(entry with { Rank = ++rank }) : item);
    }

    private static IEnumerable<DigestItem> Items(string page, HtmlCards cards, CancellationToken cancellation)
    {
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

    private static bool IsTrending(string text) => Says(text, "DailyPapers") || Says(text, "Daily Papers") || Says(text, "huggingface.co") || Says(text, "rending papers") || Says(text, "rending Papers");

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.Ordinal);
}
