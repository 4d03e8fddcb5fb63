using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Evidence;

/// <summary>Lines with which newsletters end: what follows them belongs to no paper.</summary>
internal static partial class ListFooter
{
    public static bool Is(string line) => line.Length is > 5 and < 500 && Start().IsMatch(line);

    [Backtracks(500, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^\W{0,3}(?:you(?:['’]re| are) (?:receiving|getting|subscribed)|you (?:have )?(?:receive|received|get|got|" +
        @"subscribed)\b.{0,40}\b(?:e-?mail|mail|message|newsletter|alert|because)|" +
        @"this (?:message|e-?mail|mail|newsletter|alert) (?:was|is|has been) (?:sent|generated)|(?:to )?unsubscribe\b|(?:manage|update|" +
        @"change) (?:your )?(?:e-?mail )?(?:subscriptions?|preferences|alerts|settings)\b|" +
        @"view (?:this|it) (?:e-?mail |message |post )?(?:in|on)\b|if you no longer (?:wish|want)|subscribe to\b.{0,60}$|" +
        @"share this (?:post|issue|newsletter)|was this (?:e-?mail )?forwarded|" +
        @"thanks for reading|see you (?:next|on|in|soon)\b|until next (?:week|time)|(?:©|copyright (?:©|\(c\))) ?(?:19|20)\d\d\b.{0,80}$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Start();
}
