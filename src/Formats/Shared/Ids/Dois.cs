using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Ids;

/// <summary>DOIs as people write them, folded to lower case without a resolver: <c>10.1145/3292500.3330701</c>.</summary>
public static partial class Dois
{
    /// <summary>In characters. Anything longer is not a DOI; the longest in use run to about 250.</summary>
    private const int MaxLength = 1_000;

    /// <summary>The DOI where a field is meant to hold one, with or without "doi:" or a resolver; else null.</summary>
    /// <remarks>Keeps the angle brackets that old Wiley DOIs have.</remarks>
    public static string? Parse(string? field)
    {
        if (string.IsNullOrWhiteSpace(field) || field.Length > 2000)
        {
            return null;
        }

        var text = field.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(field) : field;
        var match = Whole().Match(text);
        return match.Success ? Trim(match.Groups["doi"].Value) : Find(text);
    }

    /// <summary>The first DOI in running text or in a link of a publisher; else null.</summary>
    public static string? Find(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.Contains("10.", StringComparison.Ordinal))
        {
            return null;
        }

        var match = Within().Match(text);
        return match.Success ? Trim(match.Value) : null;
    }

    /// <summary>The DOI that a link leads to, percent signs decoded, query, fragment and "/full" and its like cut off; else null.</summary>
    public static string? OfLink(string? url)
    {
        if (string.IsNullOrEmpty(url) || !url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || url.Length > 2000)
        {
            return null;
        }

        var path = url.AsSpan();
        var end = path.IndexOfAny('?', '#');
        var doi = Find(Uri.UnescapeDataString(end < 0 ? url : url[..end]));
        return doi is null ? null : View().Replace(doi, "");
    }

    /// <summary>The DOI that the text begins with; else null.</summary>
    public static string? StartOf(ReadOnlySpan<char> text) =>
        text.StartsWith("10.") && Within().Match(text[..Math.Min(text.Length, 300)].ToString()) is { Success: true, Index: 0 } match
            ? Trim(match.Value)
            : null;

    private static string? Trim(string doi)
    {
        if (doi.Length > MaxLength)
        {
            return null;
        }

        var end = doi.Length;
        while (end > 0 && IsLoose(doi.AsSpan(0, end)))
        {
            end--;
        }

        var folded = doi[..end].ToLowerInvariant();
        return Preprint().Match(folded) is { Success: true } preprint ? preprint.Groups["doi"].Value
            : folded.EndsWith('/') || !folded.Contains('/', StringComparison.Ordinal) ? null : folded;
    }

    private static bool IsLoose(ReadOnlySpan<char> doi) => doi[^1] switch
    {
        '.' or ',' or ';' or ':' or '\'' or '"' or '*' or '|' => true,
        ')' => doi.Count('(') < doi.Count(')'),
        ']' => doi.Count('[') < doi.Count(']'),
        '}' => doi.Count('{') < doi.Count('}'),
        '>' => doi.Count('<') < doi.Count('>'),
        _ => false,
    };

    [Backtracks(2_000, "It has an atomic group, which NonBacktracking lacks, keeps it linear.")]
    [GeneratedRegex(@"^\s*(?>(?:<?https?://[\w.\-]{1,60}/|doi\s*:?\s*|info:doi/|urn:doi:)*)(?<doi>10\.\d{4,9}(?:\.\d{1,9})*/[^\s""]+)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"(?<![\w.])10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s""<>^`{|}\\]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Within();

    /// <summary>bioRxiv and medRxiv put the version of a preprint behind its DOI.</summary>
    [Backtracks(MaxLength, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?<doi>10\.(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})v\d{1,3}(?:[./].*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Preprint();

    [Backtracks(MaxLength, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"(?:[/.](?:full|abstract|epdf|pdf|meta|html|xml|summary|references|full[-.]text))+/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex View();
}
