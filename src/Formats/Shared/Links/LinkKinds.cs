using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Links;

/// <summary>What a link leads to: by its host, else by the words before it.</summary>
public static class LinkKinds
{
    private static readonly string[] CodeHosts =
        ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "sourceforge.net", "gist.github.com",
            "colab.research.google.com"];

    private static readonly string[] DataHosts = ["zenodo.org", "kaggle.com", "figshare.com", "datadryad.org", "osf.io", "openml.org"];

    private static readonly string[] ProjectHosts = ["github.io", "gitlab.io", "sites.google.com", "netlify.app", "vercel.app",
        "pages.dev"];

    /// <summary>How far before a link its words are looked at, in characters.</summary>
    private const int Nearby = 60;

    /// <param name="url">Absolute address.</param>
    /// <param name="before">The text in front of it, if any.</param>
    public static LinkKind Of(string url, ReadOnlySpan<char> before = default)
    {
        var rest = url.AsSpan(url.IndexOf("://", StringComparison.Ordinal) + 3);
        var slash = rest.IndexOfAny("/?#");
        var host = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? default : rest[slash..];
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        return ByHost(host, path) ?? ByWords(before);
    }

    private static LinkKind? ByHost(ReadOnlySpan<char> host, ReadOnlySpan<char> path) =>
        IsOn(host, "arxiv.org") || IsOn(host, "alphaxiv.org") ? LinkKind.Arxiv
        : IsOn(host, "doi.org") ? LinkKind.Doi
        : path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? LinkKind.Pdf
        : IsOnAny(host, CodeHosts) && path.Length > 1 ? LinkKind.Code
        : IsOnAny(host, DataHosts) || (IsOn(host, "huggingface.co") && path.StartsWith("/datasets/")) ? LinkKind.Data
        : IsOnAny(host, ProjectHosts) ? LinkKind.Project
        : null;

    private static LinkKind ByWords(ReadOnlySpan<char> before)
    {
        before = before[^Math.Min(before.Length, Nearby)..];
        before = before[(before.LastIndexOf(". ") + 1)..];
        return Says(before, "project") || Says(before, "website") || Says(before, "webpage") || Says(before, "homepage")
            || Says(before, "demo")
            ? LinkKind.Project
            : Says(before, "code") || Says(before, "implementation") || Says(before, "repository") ? LinkKind.Code
            : Says(before, "dataset") || Says(before, "data ") ? LinkKind.Data
            : LinkKind.Page;
    }

    private static bool Says(ReadOnlySpan<char> text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsOnAny(ReadOnlySpan<char> host, string[] sites)
    {
        foreach (var site in sites)
        {
            if (IsOn(host, site))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOn(ReadOnlySpan<char> host, string site) =>
        host.EndsWith(site, StringComparison.OrdinalIgnoreCase) && (host.Length == site.Length || host[^(site.Length + 1)] == '.');
}
