using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Html;

/// <summary>The page of one article, as publishers, repositories and arXiv show it: one paper, whatever it cites or recommends.</summary>
public sealed partial class ArticlePage : IDigestFormat
{
    public string Name => "article-html";

    public double Recognise(DigestHead head) => IsArticle(head.Text) ? 0.97 : 0;

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await HtmlPage.ReadAsync(content, cancellationToken) is not { } page)
        {
            yield return new DigestItem.Trouble(HtmlPage.TooLarge);
            yield break;
        }

        foreach (var item in HtmlPapers.Read(page, source, cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>Whether the start of a page names the title of one paper. Pages that say so later are
    /// recognised once they are read.</summary>
    internal static bool IsArticle(string head) => HtmlShape.Is(head) && Title().IsMatch(head);

    [GeneratedRegex(@"<meta\s[^<>]*\b(?:name|property)\s*=\s*[""']?citation_title\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
