using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Links;

/// <summary>Ids for a paper from the links in its abstract.</summary>
/// <remarks>An abstract also links to other works, and a wrong id makes two papers one for good, while a missing one is
/// mended by the title. So a link gives an id only where the words before it say that it leads to this paper.</remarks>
internal static partial class OwnIds
{
    private const int Nearby = 80;

    public static Paper Add(Paper paper, string text)
    {
        foreach (var link in paper.Links)
        {
            if (link.Kind is LinkKind.Arxiv or LinkKind.Doi && LeadsToThisPaper(text, link))
            {
                var (arxiv, doi) = new KnownIds(paper.ArxivId, paper.Doi).WithLink(link.Url);
                paper = paper with { ArxivId = arxiv, Doi = doi };
            }
        }

        return paper;
    }

    private static bool LeadsToThisPaper(string text, PaperLink link)
    {
        var id = link.Url[(link.Url.LastIndexOf('/') + 1)..];
        var at = text.IndexOf(id, StringComparison.OrdinalIgnoreCase);
        return at > 0 && Introduced().IsMatch(text.AsSpan(Math.Max(0, at - Nearby), Math.Min(at, Nearby)));
    }

    [Backtracks(80, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"(?:^|[.;:(]\s*|\b(?:this|our|the|full)\s+)(?:paper|preprint|article|manuscript)(?:\s+(?:is|" +
        @"can be))?(?:\s+(?:publicly|freely|also|found|available|accessible|online)){0,3}\s*(?:at|on|in|as|:)?\s*(?:\\url\{|\(|" +
        @"\[)?\s*(?:https?://[^\s]{0,40}|arxiv:\s*|doi:?\s*|www\.[^\s]{0,40})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Introduced();
}
