using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>The trending page as a browser saves it, and other pages whose papers are a heading and a text each.</summary>
public sealed class TrendingHtml : IDigestFormat
{
    private static readonly Problem NoPapers = new(1,
        "Nothing in the page speaks of papers: no id, no publisher's address, no authors, no words of an abstract. Name the file "
        + "x.trending-html.txt to read it all the same.");

    public string Name => "trending-html";

    public bool HoldsOnlyPapers => false;

    public double Recognise(DigestHead head) =>
        !HtmlShape.Is(head.Text) || ArticlePage.IsArticle(head.Text) ? 0 : IsTrending(head.Text) ? 0.97 : 0.6;

    /// <summary>Scripts may fill the start of a large page, so that one is judged once it is read.</summary>
    public bool SpeaksOfPapers(DigestHead head) => !head.IsWhole || IsTrending(head.Text) || PaperDetector.In(head);

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await HtmlPage.ReadAsync(content, cancellationToken) is not { } page)
        {
            yield return new DigestItem.Trouble(HtmlPage.TooLarge);
            yield break;
        }

        if (FormatOverride.Of(source) is null && !IsTrending(page) && !PaperDetector.In(page))
        {
            yield return new DigestItem.Trouble(NoPapers);
            yield break;
        }

        foreach (var item in HtmlPapers.Read(page, source, cancellationToken))
        {
            yield return item;
        }
    }

    private static bool IsTrending(string text) => Says(text, "DailyPapers") || Says(text, "Daily Papers") || Says(text, "huggingface.co")
        || Says(text, "rending papers") || Says(text, "rending Papers");

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.Ordinal);
}
