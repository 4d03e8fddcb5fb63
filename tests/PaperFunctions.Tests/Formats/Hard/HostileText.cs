using System.Net;
using System.Text;
using System.Text.Json;

namespace PaperFunctions.Tests.Formats.Hard;

/// <summary>Text that is made to hurt, within the fields of a sample that is valid but for it.</summary>
internal static class HostileText
{
    /// <summary>What is repeated.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        " ", "a", "A", "Aa ", "1", ".", ", ", "and ", "; ", "(", "(a", "()", ")", "[", "[a](", "]", "{", "}", "{\\a", "$", "$x^{", "\\frac",
        "\\", "\"", "'", "\u201C", "<", "<a ", "<!--",
        "<script>", "&amp;", "&#", "&", "-", "--", "*", "**a", "_", "|", "#", "`", ":", "/", "http://", "https://a.b/", "www.", "doi ",
        "doi:10.1000/", "10.1", "arXiv:", "arXiv:2401.", "%41",
        "et al. ", "J. ", "\u00E9", "e\u0301", "\U0001F600", "\u200B", "\u4E2D", "=?utf-8?q?", "Abstract: ", "\n ",
    ];

    /// <summary>A sample with a piece, repeated to a length, within one of these values, or within each of them.</summary>
    /// <param name="values">As a reader gave them back; those that do not stand in the sample as they are stay untouched.</param>
    public static string In(string sample, string file, IEnumerable<string> values, string piece, int length)
    {
        var hostile = Escape(string.Concat(Enumerable.Repeat(piece, length / piece.Length)), Path.GetExtension(file));
        var text = new StringBuilder(sample);
        foreach (var place in values.Select(value => PlaceOf(sample, value)).Where(place => place > 0).Distinct().OrderDescending())
        {
            text.Insert(place, hostile);
        }

        return text.ToString();
    }

    /// <summary>In the middle of the value's first word of some length.</summary>
    private static int PlaceOf(string sample, string value)
    {
        var start = value[..Math.Min(value.Length, 12)];
        var at = start.Length < 3 ? -1 : sample.IndexOf(start, StringComparison.Ordinal);
        return at < 0 ? -1 : at + start.Length / 2;
    }

    private static string Escape(string text, string extension) => extension switch
    {
        ".json" or ".jsonl" => JsonEncodedText.Encode(text).ToString(),
        ".xml" or ".html" => WebUtility.HtmlEncode(text),
        _ => text,
    };
}
