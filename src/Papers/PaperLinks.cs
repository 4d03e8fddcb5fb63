namespace PaperFunctions.Papers;

/// <summary>Where a paper is read.</summary>
public static class PaperLinks
{
    /// <summary>Sites that hold papers and their abstracts, the better ones first.</summary>
    private static readonly string[] Archives =
    [
        "arxiv.org", "doi.org", "openreview.net", "aclanthology.org", "aclweb.org", "proceedings.mlr.press", "proceedings.neurips.cc",
            "papers.nips.cc", "papers.neurips.cc",
        "openaccess.thecvf.com", "biorxiv.org", "medrxiv.org", "chemrxiv.org", "nature.com", "science.org", "dl.acm.org",
            "ieeexplore.ieee.org",
        "sciencedirect.com", "link.springer.com", "onlinelibrary.wiley.com", "pubmed.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "europepmc.org",
            "plos.org", "mdpi.com",
        "frontiersin.org", "tandfonline.com", "iopscience.iop.org", "jstor.org", "academic.oup.com", "cambridge.org", "cell.com",
            "thelancet.com", "nejm.org",
        "jamanetwork.com", "bmj.com", "journals.sagepub.com", "journals.aps.org", "pnas.org", "jmlr.org", "eprint.iacr.org", "usenix.org",
            "hal.science", "ssrn.com",
        "alphaxiv.org", "semanticscholar.org", "openalex.org",
    ];

    /// <summary>Badges, social networks and pages about people: nobody reads a paper there.</summary>
    private static readonly string[] Never =
    [
        "shields.io", "badgen.net", "badge.fury.io", "travis-ci.org", "travis-ci.com", "visitor-badge.laobi.icu", "star-history.com",
            "hits.seeyoufarm.com",
        "twitter.com", "x.com", "t.co", "facebook.com", "linkedin.com", "instagram.com", "reddit.com", "weibo.com", "weixin.qq.com",
            "zhihu.com", "xiaohongshu.com",
        "discord.gg", "discord.com", "t.me", "mastodon.social", "bsky.app", "threads.net", "youtube.com", "youtu.be", "bilibili.com",
            "orcid.org",
        "news.ycombinator.com",
    ];

    /// <summary>The best address to read the paper at: arXiv, its DOI, OpenReview, the proceedings of its field, its publisher, a PDF,
    /// another page, the
    /// page of its project; never code, data, a badge or a social network. Null where none of these is known.</summary>
    public static string? Reading(Paper paper) =>
        WorkAddress.Arxiv(paper) ?? WorkAddress.Doi(paper)
        ?? paper.Links.Where(MayBeRead).MinBy(Order)?.Url;

    /// <summary>The link that leads to a paper wherever it is shown: its best address, else a search for its title.</summary>
    public static ReadLink ReadOrFind(Paper paper) =>
        Reading(paper) is { } url ? new ReadLink(url, IsSearch: false) : new ReadLink(PaperSearches.First(paper.Title), IsSearch: true);

    /// <summary>Whether the address shows a badge or belongs to a social network, so that no paper is read there.</summary>
    public static bool IsNoise(string url) =>
        Rank(Never, url) < Never.Length || Host(url).StartsWith("scholar.google.", StringComparison.OrdinalIgnoreCase);

    private static bool MayBeRead(PaperLink link) => link.Kind is not (LinkKind.Code or LinkKind.Data) && !IsNoise(link.Url);

    private static int Order(PaperLink link) => Rank(Archives, link.Url) is var rank && rank < Archives.Length
        ? rank
        : Archives.Length + link.Kind switch { LinkKind.Arxiv or LinkKind.Doi => 0, LinkKind.Pdf => 1, LinkKind.Page => 2, _ => 3 };

    private static int Rank(string[] sites, string url)
    {
        var host = Host(url);
        var at = Array.FindIndex(
            sites, site =>
                host.EndsWith(site, StringComparison.OrdinalIgnoreCase) && (host.Length == site.Length || host[^(site.Length + 1)] == '.'));
        return at < 0 ? sites.Length : at;
    }

    private static string Host(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny("/?#:");
        return start < 3 ? "" : end < 0 ? url[start..] : url.Substring(start, end);
    }
}

/// <param name="IsSearch">No address of the paper is known; this one searches for its title.</param>
public sealed record ReadLink(string Url, bool IsSearch)
{
    public string Text => IsSearch ? "Find it" : "Read";
}
