using System.Net;
using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Feeds;

/// <summary>HTML as far as descriptions of feeds use it.</summary>
internal static partial class FeedMarkup
{
    /// <summary>Paragraphs with inline markup removed; empty ones left out.</summary>
    public static IEnumerable<string> Paragraphs(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return [];
        }

        html = html.Contains("C_", StringComparison.Ordinal) ? HighWire().Replace(HighWireFigure().Replace(html, " "), " ") : html;
        var blocks = html.Contains('<', StringComparison.Ordinal) ? Inline().Replace(Block().Replace(html, "\u0001"), "") : html;
        return blocks.Split('\u0001').Select(block => WebUtility.HtmlDecode(block).Trim()).Where(block => block.Length > 0);
    }

    /// <summary>What bioRxiv and medRxiv leave of lists, headings and figures: "O_LIOne.C_LI".</summary>
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"[OC]_(?:LI|ST_ABS|TEXTBOX|QD|OL|UL|BLOCKQUOTE)")]
    private static partial Regex HighWire();

    /// <summary>Goes no further than the next mark, so that a run of openings costs no more than its length.</summary>
    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"O_(?:FIG|TBL|INLINEFIG)\b(?>[^_]|_(?!(?:FIG|TBL|INLINEFIG)\b)){0,5000}(?<=C)_(?:FIG|TBL|INLINEFIG)\b")]
    private static partial Regex HighWireFigure();

    private const string Attributes = @"(?:\s[^<>]{0,2000})?/?>";

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("</?(?:p|br|div|h[1-6]|ul|ol|li|section|table|tr|td|blockquote|hr|jats:p|jats:title|jats:sec)" + Attributes,
        RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("</?(?:a|b|i|u|s|em|strong|span|sup|sub|small|font|img|code|tt|cite|abbr|jats:[a-z]+|inline-formula|tex-math|mml:[a-z]+|math|m[a-z]{1,6})" + Attributes, RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:(?<name>publication date|source|author\(s\)|authors?|pmid|pmcid|doi|issn|copyright|abstract)\s*:|" +
        @"(?<name>abstract)(?:\.|\s*$)|(?<name>(?-i:ABSTRACT))\s)\s*(?<value>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    public static partial Regex Label();

    /// <summary>"Nature, Published online: 3 January 2024; doi:..." and "Journal, Volume 3, Issue 2, Page 1-9, January 2024."</summary>
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:[^.]{0,120}?,\s*(?:published online:|volume\s+\d|ahead of print|early view)|" +
        @"[^.]{0,120}\.\s*\d{4}\s[A-Za-z]{3}\s\d{0,2}[^.]{0,60}\.\s*doi:|ABSTRACT$|©|\(c\)\s)[^\n]{0,300}$", RegexOptions.IgnoreCase)]
    public static partial Regex Citation();
}
