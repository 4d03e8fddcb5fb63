using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

internal sealed partial class HtmlCards
{
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^Published on (?<date>[A-Za-z]{3,9} \d{1,2}(?:, \d{4})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Published();

    /// <summary>A number, or what kind of file a search service links to.</summary>
    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"^(?:\[(?:PDF|HTML|DOC|BOOK|B|CITATION|C)\]\s*)+|^\d{1,3}[.)]\s+(?=\S)")]
    private static partial Regex Mark();

    /// <summary>Saving, sharing and leaving are no links of a paper.</summary>
    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"scholar\.google\.[a-z.]{2,6}/(?:citations|scholar_share|scholar_alerts|scholar_settings)|(?:twitter|x|facebook|" +
        @"linkedin)\.com/(?:intent|share|sharer|shareArticle)|substack\.com/(?:subscribe|unsub|action|app-link)|unsubscribe",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tool();
}
