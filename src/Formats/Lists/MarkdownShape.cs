namespace PaperFunctions.Formats.Lists;

/// <summary>How much the start of a text looks like Markdown.</summary>
internal static class MarkdownShape
{
    private const int LookedAt = 24 * 1024;

    /// <summary>From 0.05 to 0.8.</summary>
    public static double Of(string text)
    {
        var (signs, marks, before) = (0, 0, "");
        foreach (var raw in text.AsSpan(0, Math.Min(text.Length, LookedAt)).EnumerateLines())
        {
            var line = raw.Trim();
            marks += IsHeading(line) > 0 || IsItem(line) ? 1 : 0;
            signs += IsHeading(line) > 1 || StartsMarked(line)
                ? 1
                : line.Contains('|') && MarkdownTable.IsRule(line.ToString()) && before.Contains('|', StringComparison.Ordinal)
                ? 2
                : HasLink(line) ? 1 : 0;
            before = line.Contains('|') ? line.ToString() : "";
        }

        return signs >= 2 ? 0.8 : signs == 1 ? 0.7 : marks > 1 ? 0.3 : 0.05;
    }

    /// <summary>The level of a heading; 0 where the line is none.</summary>
    private static int IsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is > 0 and <= 6 && line[level] == ' ' ? level : 0;
    }

    private static bool IsItem(ReadOnlySpan<char> line) => AfterMark(line).Length < line.Length;

    /// <summary>An item or a paragraph that starts with bold text, a link or quotes.</summary>
    private static bool StartsMarked(ReadOnlySpan<char> line)
    {
        var text = AfterMark(line);
        return text.StartsWith("**") ? text[2..].Contains("**", StringComparison.Ordinal)
            : text.StartsWith("[") ? text.Contains("](", StringComparison.Ordinal)
            : text.Length < line.Length
            && ((text.StartsWith("\"") && text[1..].Contains('"')) || (text.StartsWith("“") && text.Contains('”'))
                || (text.StartsWith("*") && text.Length > 4 && text[1..].Contains('*')));
    }

    private static bool HasLink(ReadOnlySpan<char> line) => line.Contains("](http", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> AfterMark(ReadOnlySpan<char> line)
    {
        if (line.Length > 2 && line[0] is '-' or '*' or '+' && line[1] is ' ' or '\t')
        {
            return line[2..].TrimStart();
        }

        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 5 && line[digits] is '.' or ')' && digits + 1 < line.Length && line[digits + 1] == ' '
            ? line[(digits + 2)..].TrimStart()
            : line;
    }
}
