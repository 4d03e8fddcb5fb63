using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Input;

/// <summary>What text a file starts as, for formats that may also stand within another.</summary>
internal static partial class TextHead
{
    /// <summary>Confidence of a format whose signs are there: full, unless the file is first of all a
    /// mail or a page that holds it.</summary>
    public static double Score(string head, double full) => IsMail(head) || IsMarkup(head) ? Math.Min(full, 0.4) : full;

    /// <summary>The lines up to the first blank one are a mail's headers. Lines such as <c>Date:</c>
    /// further down are of what the text lists.</summary>
    private static bool IsMail(string head)
    {
        var start = head.AsSpan(0, Math.Min(head.Length, 8000)).TrimStart("\uFEFF \t\r\n");
        var (count, first) = (0, true);
        foreach (var line in start.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                break;
            }

            var isHeader = Header().IsMatch(line);
            if (first && !isHeader && !line.StartsWith("From "))
            {
                return false;
            }

            (count, first) = (count + (isHeader ? 1 : 0), false);
        }

        return count >= 3;
    }

    private static bool IsMarkup(string head) => head.AsSpan().TrimStart("\uFEFF \t\r\n") is ['<', ..];

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Content-Type|Reply-To|Cc|" +
        @"X-[\w-]{1,40}):", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Header();
}
