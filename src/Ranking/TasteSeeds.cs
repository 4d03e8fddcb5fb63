using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Ranking;

/// <summary>Likes to start from: a reading list as lines, or papers that were read from BibTeX.</summary>
public static partial class TasteSeeds
{
    /// <summary>Seeds taken; later ones are left out.</summary>
    public const int MaxSeeds = 1_000;

    /// <summary>One paper a line: an arXiv id or its address, a DOI or its address, or a title. Blank
    /// lines and list marks are left out.</summary>
    public static IReadOnlyList<Paper> FromLines(string text) =>
        [.. text.Split('\n').Select(l => ListMark().Replace(l.Trim(), "")).Where(l => l.Any(char.IsLetterOrDigit)).Take(MaxSeeds)
            .Select(FromLine)];

    /// <summary>Seeds as likes. Where the paper is known (by arXiv id, DOI or title), its full text serves instead of the seed.</summary>
    /// <param name="find">Looks a stored paper up; null where it is not known.</param>
    public static IReadOnlyList<RatedPaper> ToLikes(IEnumerable<Paper> seeds, Func<PaperKey, Paper?> find, DateTimeOffset now) =>
        [.. seeds.Take(MaxSeeds).Select(s => new RatedPaper(PaperKey.Of(s).Select(find).FirstOrDefault(p => p is not null) ?? s, 1, now))];

    private static Paper FromLine(string line)
    {
        if (Arxiv().Match(line) is { Success: true } arxiv)
        {
            var id = arxiv.Groups["id"].Value.ToLowerInvariant();
            return new Paper { Title = id, ArxivId = id };
        }

        return Doi().Match(line) is { Success: true } doi
            ? new Paper { Title = doi.Groups["id"].Value, Doi = doi.Groups["id"].Value.ToLowerInvariant() }
            : new Paper { Title = line };
    }

    [GeneratedRegex(@"^(?:[-*•]|\[?\d{1,4}[.)\]])\s+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^(?:arxiv:\s*|https?://arxiv\.org/(?:abs|pdf)/)?(?<id>\d{4}\.\d{4,5}|" +
        @"[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Arxiv();

    [GeneratedRegex(@"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(?<id>10\.\d{4,9}/\S+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Doi();
}
