using System.Text.RegularExpressions;

namespace PaperFunctions.Formats.Html;

/// <summary>Tells a page, or the piece of one that a mail holds, from Markdown that begins with a tag.</summary>
internal static partial class HtmlShape
{
    private const int LookedAt = 16 * 1024;

    /// <summary>Fewer tags are the banner of a README.</summary>
    private const int FewestTags = 3;

    public static bool Is(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (start.IsEmpty || start[0] != '<')
        {
            return false;
        }

        var head = start[..Math.Min(start.Length, LookedAt)];
        return Document().IsMatch(head[..Math.Min(head.Length, 2000)])
            || (Fragment().IsMatch(head) && Tag().Count(head) >= FewestTags && Markdown().Count(head) < 2);
    }

    [GeneratedRegex(@"^<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Document();

    [GeneratedRegex(@"^<(?:div|main|article|section|header|table|tbody|center|p|h[1-6]|span|ul|ol|dl|meta|style|title|font|a|b|strong|" +
        @"img|br|hr|!--|base|link)[\s>/-]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"</(?:div|main|article|section|table|tr|td|p|h[1-6]|ul|ol|li|dl|dt|dd|center|body|html)\s*>|<(?:br|hr)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    /// <summary>Headings, items, quotes, fences and links of Markdown at the start of a line.</summary>
    [GeneratedRegex(@"^ {0,3}(?:#{1,6} \S|[-*+] (?:\[|\*\*|\S+ )|\d{1,3}\. \S|> \S|```|!?\[[^\]\n]+\]\(|\*\*\S|\|.+\|\s*$)",
        RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Markdown();
}
