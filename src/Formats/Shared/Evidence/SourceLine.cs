using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Evidence;

/// <summary>Authors and source on one line, as search services show them: "A Amsel, B Quill… - Journal of Optics, 2026".</summary>
internal static partial class SourceLine
{
    /// <summary>Its parts; null where the line is none. The source is empty where it is arXiv, whose id is told then.</summary>
    public static (IReadOnlyList<string> Authors, string? Venue, string? Id)? Read(string line)
    {
        if (line.Length > 500 || Parts().Match(line) is not { Success: true } parts)
        {
            return null;
        }

        var names = AuthorLine.Split(parts.Groups["names"].Value.TrimEnd('…', ' ', ','));
        var venue = parts.Groups["venue"].Value;
        return names.Count == 0 || !names.All(name => AuthorLine.IsName(name)) ? null
            : (names, venue.Contains("arxiv", StringComparison.OrdinalIgnoreCase) ? "" : venue, ArxivIds.Find(venue));
    }

    [Backtracks(500, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?<names>[^-–]{3,300}(?:(?<=\S)-(?=\S)[^-–]{1,60}){0,5})\s[-–]\s(?<venue>.{2,200}?)(?:,\s(?:19|" +
        @"20)\d\d)?(?:\s[-–]\s[^–]{2,60})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
