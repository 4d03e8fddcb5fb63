using System.Globalization;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Exports;

/// <summary>Short names for papers, by which a text cites them: <c>linden2031sparse</c>.</summary>
internal static class CitationKeys
{
    private static readonly string[] SmallWords = ["a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "with"];

    /// <summary>A key for each paper, in their order. Where several would have the same, the later ones get a number:
    /// <c>linden2031sparse-2</c>.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<StoredPaper> papers)
    {
        var taken = new Dictionary<string, int>();
        return [.. papers.Select(paper =>
        {
            var key = Of(paper);
            var count = taken[key] = taken.GetValueOrDefault(key) + 1;
            return count == 1 ? key : $"{key}-{count}";
        })];
    }

    /// <summary>Family name, year and first word of weight, in ASCII; the start of the id where that leaves nothing.</summary>
    private static string Of(StoredPaper stored)
    {
        var family = Ascii(stored.Paper.Authors is [var first, ..]
            ? first.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() : "");
        var word = stored.Paper.Title.Split([' ', '-', ':', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Ascii).FirstOrDefault(w => w.Length > 0 && !SmallWords.Contains(w)) ?? "";
        var year = stored.Paper.Published?.Year.ToString(CultureInfo.InvariantCulture);
        return family.Length + word.Length == 0
            ? "paper" + stored.Id.Value[..Math.Min(8, stored.Id.Value.Length)]
            : family + year + CleanText.Shorten(word, 30).TrimEnd('…');
    }

    private static string Ascii(string? text) => string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
