using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Lists;

/// <summary>What stands before a title: numbers, dates, venues and notes in brackets, buttons, emoji.</summary>
internal static class LeadTags
{
    private const int LongestTag = 80;

    /// <summary>The place behind all of it.</summary>
    public static int Skip(MarkdownLine line, int at)
    {
        for (var before = -1; before != at;)
        {
            before = at;
            at = SkipSigns(line, at);
            at = SkipNumber(line.Text, at);
            at = SkipBrackets(line, at);
            at = SkipButton(line, at);
            at = SkipCode(line, at);
        }

        return at;
    }

    /// <summary>A bold or linked word before the title: "**DRT**: ", "**2024** ".</summary>
    public static int SkipMark(MarkdownLine line, int at)
    {
        if (line.At(at) is not { } stretch || !(stretch.Bold || stretch.Link > 0 || stretch.Italic)
            || TitleWords.Count(line.Text.AsSpan(at, stretch.End - at)) > 4)
        {
            return at;
        }

        var end = stretch.End;
        while (end < line.Text.Length && line.Text[end] is ':' or ' ' or '：' or '|' or '-' or '–' or '—' or ',' or '.' or ']' or ')')
        {
            end++;
        }

        return end < line.Text.Length && (line.Text[end] is '"' or '“' or '[' || line.At(end) is { Link: > 0 } or { Bold: true })
            ? end
            : at;
    }

    /// <summary>The name of a model before a quoted title: 'T5: "Exploring the Limits of ..."'.</summary>
    public static int SkipName(string text, int at)
    {
        var colon = text.AsSpan(at, Math.Min(40, text.Length - at)).IndexOf(": ");
        if (colon <= 0 || TitleWords.Count(text.AsSpan(at, colon)) > 3)
        {
            return at;
        }

        var open = at + colon + 2;
        var close = open < text.Length && text[open] is '"' or '“' ? text.AsSpan(open + 1).IndexOfAny('"', '”') : -1;
        return close > 0 && TitleWords.Count(text.AsSpan(open + 1, close)) >= 4 ? open : at;
    }

    private static int SkipSigns(MarkdownLine line, int at)
    {
        var text = line.Text;
        while (at < text.Length && !char.IsLetterOrDigit(text[at])
            && text[at] is not ('"' or '“' or '«' or '「' or '《' or '[' or '(' or '（' or '【' or '$' or '\'' or '‘')
            && line.At(at) is not { Code: true })
        {
            at = text[at] == ':' ? BehindShortcode(text, at) : at + 1;
        }

        return at;
    }

    /// <summary>":scroll:" is a picture.</summary>
    private static int BehindShortcode(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < 30
            && (char.IsAsciiLetterLower(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '_' or '+' or '-'))
        {
            end++;
        }

        return end < text.Length && text[end] == ':' && end > at + 1 ? end + 1 : at + 1;
    }

    /// <summary>"12. ", "12) ", and dates: "2026-03-19 ", "2026.03: ".</summary>
    private static int SkipNumber(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 12
            && (char.IsAsciiDigit(text[end])
                || (end > at && text[end] is '-' or '/' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var isDate = end - at >= 6 && text.AsSpan(at, end - at).ContainsAny('-', '/', '.');
        var marked = end > at && end < text.Length && text[end] is '.' or ')' or ']' or ':' or '、' or '．';
        return end > at
            && ((marked && end - at <= 4
                && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]) || text[end] is '、' or ')' or ']'))
                || (isDate && end < text.Length)) ? end + (marked ? 1 : 0) : at;
    }

    /// <summary>"[2026/03]", "(JIO 2026)", "[[venue](url)]": where a title follows.</summary>
    private static int SkipBrackets(MarkdownLine line, int at)
    {
        if (at >= line.Text.Length || line.Text[at] is not ('[' or '(' or '【' or '（'))
        {
            return at;
        }

        var end = Brackets.Close(line.Text, at, LongestTag);
        if (end < 0 || !Follows(line.Text, end) || line.At(at) is { Link: > 0 })
        {
            return end < 0 && line.Text[at] != '(' ? at + 1 : at;
        }

        return end;
    }

    private static bool Follows(string text, int from)
    {
        foreach (var c in text.AsSpan(Math.Min(from, text.Length)))
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipButton(MarkdownLine line, int at)
    {
        if (at < line.Text.Length && line.At(at) is { Link: > 0 } stretch && Follows(line.Text, stretch.End))
        {
            var link = Array.Find(line.Links, l => l.Start <= at && at < l.End);
            return link.IsButton && TitleWords.Count(line.Text.AsSpan(link.Start, link.End - link.Start)) < 4 ? link.End : at;
        }

        return at;
    }

    private static int SkipCode(MarkdownLine line, int at) =>
        at < line.Text.Length && line.At(at) is { Code: true } code && code.End - code.Start <= 40 && Follows(line.Text, code.End)
            ? code.End
            : at;
}
