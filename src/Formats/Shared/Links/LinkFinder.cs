using PaperFunctions.Formats.Shared.Ids;
using System.Buffers;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Links;

/// <summary>Finds links in prose: addresses with or without a scheme, <c>\url{...}</c>, <c>doi:</c> and <c>arXiv:</c>, also where
/// they are glued to the word before them.</summary>
public static class LinkFinder
{
    /// <summary>No paper has more; a text of nothing but links stays cheap.</summary>
    private const int MaxLinks = 50;

    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        ["http://", "https://", "www.", "github.com/", "gitlab.com/", "huggingface.co/", "arxiv.org/", "arxiv:", "doi.org/",
            "doi:", "doi 10."],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Distinct links in the order of the text.</summary>
    public static IReadOnlyList<PaperLink> Find(string text)
    {
        var at = text.AsSpan().IndexOfAny(Anchors);
        return at < 0 ? [] : FindFrom(text, at);
    }

    private static List<PaperLink> FindFrom(string text, int at)
    {
        var links = new List<PaperLink>();
        while (at < text.Length && links.Count < MaxLinks)
        {
            var (link, next) = Read(text, at);
            if (link is not null && !links.Exists(l => l.Url == link.Url))
            {
                links.Add(link);
            }

            var found = text.AsSpan(next).IndexOfAny(Anchors);
            at = found < 0 ? text.Length : next + found;
        }

        return links;
    }

    private static (PaperLink? Link, int Next) Read(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase))
        {
            return Named(LinkKind.Arxiv, "https://arxiv.org/abs/", ArxivIds.StartOf(rest[6..].TrimStart()), at + 6);
        }

        if (rest.StartsWith("doi:", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("doi 10.", StringComparison.OrdinalIgnoreCase))
        {
            return Named(LinkKind.Doi, "https://doi.org/", Dois.StartOf(rest[4..].TrimStart()), at + 4);
        }

        var address = Address.ReadAt(text, at);
        return address.Url is null
            ? (null, address.End)
            : (new PaperLink(LinkKinds.Of(address.Url, text.AsSpan(0, at)), address.Url), address.End);
    }

    private static (PaperLink? Link, int Next) Named(LinkKind kind, string resolver, string? id, int next) =>
        (id is null ? null : new PaperLink(kind, resolver + id), next);
}
