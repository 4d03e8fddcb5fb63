using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Links;

/// <summary>Links that mail programs and search services put around others: Google, Google Scholar,
/// Outlook's Safe Links, Proofpoint.</summary>
internal static partial class Redirect
{
    /// <summary>In characters; longer links are left alone.</summary>
    private const int MaxLength = 2_000;

    /// <summary>Where the link leads in the end, as far as it says so itself; else the link.</summary>
    public static string Target(string url)
    {
        if (url.Length > MaxLength || !Around().IsMatch(url))
        {
            return url;
        }

        var target = Inner().Match(url) is { Success: true } inner ? Uri.UnescapeDataString(inner.Groups["url"].Value) : url;
        return target.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? target : url;
    }

    [Backtracks(MaxLength, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^https?://(?:scholar\.google\.[a-z.]{2,6}/scholar_url|(?:www\.)?google\.[a-z.]{2,6}/url|" +
        @"[\w.]{1,40}\.safelinks\.protection\.outlook\.com/|urldefense\.com/v3/__)", RegexOptions.IgnoreCase)]
    private static partial Regex Around();

    [Backtracks(MaxLength, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"[?&](?:url|q)=(?<url>https?(?:://|%3A%2F%2F)[^&\s]{4,1900})|/v3/__(?<url>https?:/{1,2}\S{4,1900}?)__;",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Inner();
}
