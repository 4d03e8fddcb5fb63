using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Links;

/// <summary>arXiv ids and DOIs, from fields and from addresses.</summary>
public static partial class WorkIds
{
    /// <summary>The id without version at the start of the text, <c>2401.01234</c> or <c>math/0309136</c>; null where there is none.</summary>
    /// <remarks>Old ids lose their subject class (<c>math.GT/0309136</c> is <c>math/0309136</c>), as arXiv resolves both to one work.
    /// Form: https://info.arxiv.org/help/arxiv_identifier.html</remarks>
    public static string? ArxivAt(ReadOnlySpan<char> text)
    {
        foreach (var match in Arxiv().EnumerateMatches(text[..Math.Min(text.Length, 60)]))
        {
            return Fold(text.Slice(match.Index, match.Length));
        }

        return null;
    }

    /// <summary>The DOI at the start of the text in lower case, trailing punctuation off; null where there is none.</summary>
    /// <remarks>Form: https://www.crossref.org/blog/dois-and-matching-regular-expressions/</remarks>
    public static string? DoiAt(ReadOnlySpan<char> text)
    {
        foreach (var match in Doi().EnumerateMatches(text[..Math.Min(text.Length, 300)]))
        {
            return TrimDoi(text.Slice(match.Index, match.Length)).ToString().ToLowerInvariant();
        }

        return null;
    }

    /// <summary>The arXiv id in a field or an address: <c>2401.01234v2</c>, <c>arXiv:...</c>, <c>https://arxiv.org/pdf/...</c>,
    /// <c>10.48550/arXiv...</c>, <c>https://huggingface.co/papers/...</c>; null where there is none.</summary>
    public static string? Arxiv(string? field)
    {
        if (string.IsNullOrWhiteSpace(field) || field.Length > 2000)
        {
            return null;
        }

        var text = field.AsSpan().Trim();
        foreach (var match in ArxivPrefix().EnumerateMatches(text))
        {
            return ArxivAt(text[(match.Index + match.Length)..]);
        }

        return WholeArxiv().IsMatch(text) ? ArxivAt(text) : null;
    }

    /// <summary>The DOI in a field or an address; null where there is none. arXiv's own DOIs are ids of arXiv: see <see cref="Arxiv(string?)"/>.</summary>
    public static string? Doi(string? field)
    {
        if (string.IsNullOrWhiteSpace(field) || field.Length > 2000)
        {
            return null;
        }

        var text = field.AsSpan().Trim();
        foreach (var match in DoiPrefix().EnumerateMatches(text))
        {
            text = text[(match.Index + match.Length)..];
            break;
        }

        var doi = DoiAt(Uri.UnescapeDataString(text.ToString()));
        return doi is null || doi.StartsWith("10.48550/", StringComparison.Ordinal) ? null : doi;
    }

    private static string Fold(ReadOnlySpan<char> id)
    {
        var version = id.LastIndexOfAny('v', 'V');
        if (version > 0 && char.IsAsciiDigit(id[version - 1]))
        {
            id = id[..version];
        }

        var slash = id.IndexOf('/');
        var dot = id.IndexOf('.');
        return slash > 0 && dot > 0 && dot < slash
            ? string.Concat(id[..dot], id[slash..]).ToLowerInvariant()
            : id.ToString().ToLowerInvariant();
    }

    private static ReadOnlySpan<char> TrimDoi(ReadOnlySpan<char> doi)
    {
        while (doi.Length > 0 && (".,;:'\"]}".Contains(doi[^1]) || (doi[^1] == ')' && doi.Count(')') > doi.Count('('))))
        {
            doi = doi[..^1];
        }

        return doi;
    }

    [GeneratedRegex(@"^(?:\d{4}\.\d{4,5}|[a-z]{2,}(?:-[a-z]{2,})?(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Arxiv();

    [GeneratedRegex(@"^(?:\d{4}\.\d{4,5}|[a-z]{2,}(?:-[a-z]{2,})?(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeArxiv();

    [GeneratedRegex(@"(?:arxiv\.org/(?:abs|pdf|html|format|e-print|ps)/|^arxiv:\s*|oai:arxiv\.org:|10\.48550/arxiv\.|huggingface\.co/papers/|alphaxiv\.org/abs/)", RegexOptions.IgnoreCase)]
    private static partial Regex ArxivPrefix();

    [GeneratedRegex(@"^10\.\d{4,9}/[^\s""<>{}|\\^`]+", RegexOptions.IgnoreCase)]
    private static partial Regex Doi();

    [GeneratedRegex(@"^(?:https?://)?(?:dx\.|www\.)?doi\.org/|^(?:info:)?doi[:/]\s*|^doi\s+", RegexOptions.IgnoreCase)]
    private static partial Regex DoiPrefix();
}
