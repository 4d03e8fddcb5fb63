using System.Buffers;

namespace PaperFunctions.Papers;

/// <summary>Addresses that name one paper for good: OpenReview, the ACL Anthology, and the proceedings of PMLR, NeurIPS and CVF.</summary>
/// <remarks>Their pages, PDFs and supplements share one name: <c>acl:2024.acl-long.1</c>, <c>openreview:Ab3dEf</c>,
/// <c>pmlr:v139/amsel21a</c>.</remarks>
public static class VenueAddress
{
    /// <summary>The DOIs of the ACL Anthology end with its own name of the paper.</summary>
    private const string AclDoi = "10.18653/v1/";

    /// <summary>An address without one of these need not be taken apart.</summary>
    private static readonly SearchValues<string> Hosts = SearchValues.Create(
        ["openreview.net", "aclanthology.org", "aclweb.org", "proceedings.mlr.press", "nips.cc", "neurips.cc", "openaccess.thecvf.com"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The name of the paper that a DOI of the ACL Anthology or one of the links gives; null where there is none, or where the
    /// links name several papers.</summary>
    /// <remarks>A link that stands in the abstract may lead to another work; it gives no name.</remarks>
    public static string? Of(Paper paper)
    {
        if (paper.Doi is { } doi && doi.StartsWith(AclDoi, StringComparison.Ordinal))
        {
            return "acl:" + doi[AclDoi.Length..];
        }

        string? found = null;
        foreach (var link in paper.Links)
        {
            if (Name(link.Url) is { } name && !InAbstract(paper, name))
            {
                if (found is not null && found != name)
                {
                    return null;
                }

                found = name;
            }
        }

        return found;
    }

    /// <summary>The name that the address gives its paper; null where it is none of these sites, or no paper's page there.</summary>
    public static string? Name(string url)
    {
        if (url.Length > PaperFit.MaxUrl || !url.AsSpan().ContainsAny(Hosts) || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return host.ToLowerInvariant() switch
        {
            "openreview.net" => OpenReview(uri, parts),
            "aclanthology.org" when parts.Length is 1 or 2 => Acl(parts[0]),
            "aclweb.org" when parts is ["anthology", .., var last] => Acl(last),
            "proceedings.mlr.press" when parts is [['v', ..] volume, var paper, ..] => "pmlr:" + volume + "/" + Stem(paper),
            "proceedings.neurips.cc" or "papers.nips.cc" or "papers.neurips.cc" when parts is [.., var file] => NeurIps(file),
            "openaccess.thecvf.com" when parts is [.., var file] && Stem(file).EndsWith("_paper", StringComparison.OrdinalIgnoreCase) =>
                "cvf:" + Stem(file),
            _ => null,
        } is { } name ? name.Length <= 200 ? name : null : null;
    }

    private static string? OpenReview(Uri uri, string[] parts)
    {
        if (parts is not ["forum" or "pdf" or "attachment"])
        {
            return null;
        }

        var id = uri.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("id=", StringComparison.Ordinal))?[3..] ?? "";
        return id.Length is >= 8 and <= 40 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? "openreview:" + id : null;
    }

    /// <summary>"2024.acl-long.1" since 2020, "P19-1001" before; a volume ends with 0 and is no paper.</summary>
    private static string? Acl(string file)
    {
        var id = file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".bib", StringComparison.OrdinalIgnoreCase)
            ? file[..^4] : file;
        var isNew = id.Length > 8 && id.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && id[4] == '.' && id.LastIndexOf('.') > 5
            && id.Contains('-', StringComparison.Ordinal);
        var isOld = id.Length is 8 && char.IsAsciiLetterUpper(id[0]) && id[3] == '-' && char.IsAsciiDigit(id[1])
            && char.IsAsciiDigit(id[7]);
        return isNew || isOld ? "acl:" + id.ToLowerInvariant() : null;
    }

    /// <summary>The page, the PDF and the supplement of a paper begin with the same long number in hex.</summary>
    private static string? NeurIps(string file)
    {
        var end = file.AsSpan().IndexOfAnyExcept(Hex);
        return end is 32 ? "neurips:" + file[..32] : null;
    }

    private static string Stem(string file) => (file.LastIndexOf('.') is > 0 and var dot ? file[..dot] : file).ToLowerInvariant();

    private static bool InAbstract(Paper paper, string name)
    {
        var id = name[(name.LastIndexOfAny([':', '/']) + 1)..];
        return paper.Abstract.Contains(id, StringComparison.OrdinalIgnoreCase)
            || paper.OriginalAbstract?.Contains(id, StringComparison.OrdinalIgnoreCase) == true;
    }
}
