using System.Globalization;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Text;

/// <summary>Takes out of rendered HTML what no text in it may do, so that no component has to remember it.</summary>
public static partial class HtmlText
{
    /// <summary>Control characters, which HTML does not allow even as references, become spaces. Directional embeddings, overrides
    /// and isolates go: one left open would reverse what follows it. Direction is set by our own markup alone.</summary>
    public static string Settle(string html) => Suspect().Replace(html, static match => match.Length == 1 ? "" : Reference(match));

    private static string Reference(Match match)
    {
        var point = int.Parse(match.Groups["point"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return point switch
        {
            '\n' => "\n",
            < 0x20 or (>= 0x7F and <= 0x9F) => " ",
            _ when (point & 0xFFFE) == 0xFFFE || point is >= 0xFDD0 and <= 0xFDEF => "\uFFFD",
            _ => match.Value,
        };
    }

    // The encoder writes what it does not let through as upper-case hexadecimal references.
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"&#x(?<point>[0-9A-F]{1,6});|[\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant)]
    private static partial Regex Suspect();
}
