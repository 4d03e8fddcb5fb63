using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Ids;

/// <summary>arXiv ids as people write them, folded to one spelling: <c>2401.01234</c>, <c>math/0309136</c>.</summary>
/// <remarks>Versions and the subject class of an old id are dropped, as arXiv itself resolves them to the same work
/// (https://info.arxiv.org/help/arxiv_identifier.html): from 0704 four digits, from 1501 five, before that archive/YYMMNNN.</remarks>
public static partial class ArxivIds
{
    private const string Id =
        @"(?:(?<yymm>\d{2}(?:0[1-9]|1[0-2]))\.(?<n>\d{4,5})|" +
        @"(?<archive>[a-z]{1,8}(?:-[a-z]{2,5})?)(?:\.[a-z]{2})?/(?<old>\d{7}))(?:v\d{1,3})?(?!\d)";

    private const string Mark =
        @"(?:arxiv(?:\.org)?:\s{0,2}|arxiv(?:\.org)?/(?:abs|pdf|html|format|e-print|src|ps|cits)/|arxiv\.|" +
        @"huggingface\.co/papers/|alphaxiv\.org/(?:abs|pdf|overview)/|ar5iv\.org/(?:abs|html)/|lanl\.gov/abs/)";

    private static readonly HashSet<string> Archives =
    [
        "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn", "chem-ph", "cmp-lg",
        "comp-gas", "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math",
        "math-ph", "mtrl-th", "nlin", "nucl-ex", "nucl-th", "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio",
        "quant-ph", "solv-int", "supr-con",
    ];

    /// <summary>The id where the whole text is one, bare or marked or as a link; else null.</summary>
    public static string? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 2000)
        {
            return null;
        }

        var bare = Bare().Match(text);
        return bare.Success ? Fold(bare) : text.AsSpan().TrimStart().IndexOfAny(' ', '\n') < 0 ? Find(text) : null;
    }

    /// <summary>The first id in the text that says that it is one ("arXiv:2401.01234", an arXiv link or DOI); else null.</summary>
    public static string? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        for (var match = Marked().Match(text); match.Success; match = match.NextMatch())
        {
            if (Fold(match) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>The id that the text begins with, where something before said that one follows; else null.</summary>
    public static string? StartOf(ReadOnlySpan<char> text) =>
        First().Match(text[..Math.Min(text.Length, 60)].ToString()) is { Success: true } match ? Fold(match) : null;

    private static string? Fold(Match match)
    {
        if (match.Groups["yymm"] is { Success: true } yymm)
        {
            var month = int.Parse(yymm.ValueSpan);
            var number = match.Groups["n"].ValueSpan;
            var fits = month is >= 0704 and < 9100 && number.Length == (month < 1501 ? 4 : 5);
            return fits ? $"{yymm.ValueSpan}.{number}" : null;
        }

        var archive = match.Groups["archive"].Value.ToLowerInvariant();
        return Archives.Contains(archive) ? $"{archive}/{match.Groups["old"].ValueSpan}" : null;
    }

    [Backtracks(2_000, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^\s*(?:" + Mark + @"|abs/|e-?prints?:\s*)?" + Id + @"(?:\.pdf)?\s*(?:\[[\w.\- ]{1,20}\])?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    [Backtracks(60, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("^" + Id, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex First();

    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex("(?<![a-z0-9])" + Mark + Id, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();
}
