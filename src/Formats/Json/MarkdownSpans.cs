namespace PaperFunctions.Formats.Json;

/// <summary>A piece of a line of Markdown.</summary>
/// <param name="Url">Where it leads, if it is a link.</param>
internal sealed record MarkdownSpan(string Text, bool IsBold, string? Url);

/// <summary>Divides one line of Markdown into its bold pieces, its links and the text between; bars of tables divide as well.</summary>
internal sealed class MarkdownSpans
{
    private const int MaxSpans = 50;

    private readonly List<MarkdownSpan> spans = [];
    private readonly string line;
    private bool noMoreBold;
    private bool noMoreLinks;

    private MarkdownSpans(string line) => this.line = line;

    public static IReadOnlyList<MarkdownSpan> Of(string line)
    {
        var divided = new MarkdownSpans(line);
        divided.Divide();
        return divided.spans;
    }

    private void Divide()
    {
        var (from, at) = (0, 0);
        while (at < line.Length && spans.Count < MaxSpans)
        {
            if (Marked(at) is (var span, var end))
            {
                AddText(from, at);
                spans.Add(span);
                from = at = end;
            }
            else if (line[at++] == '|' && (at == 1 || line[at - 2] != '\\'))
            {
                AddText(from, at - 1);
                from = at;
            }
        }

        AddText(from, line.Length);
    }

    private (MarkdownSpan Span, int End)? Marked(int at) => line[at] switch
    {
        '[' when !noMoreLinks => Link(at),
        '*' when !noMoreBold && at + 2 < line.Length && line[at + 1] == '*' => Bold(at),
        _ => null,
    };

    private (MarkdownSpan Span, int End)? Bold(int at)
    {
        var end = line.IndexOf("**", at + 2, StringComparison.Ordinal);
        noMoreBold = end < 0;
        if (end <= at + 2)
        {
            return null;
        }

        var inner = line[(at + 2)..end].Trim();
        return (inner is ['[', .., ')'] ? Of(inner)[0] : new(inner, true, null), end + 2);
    }

    private (MarkdownSpan Span, int End)? Link(int at)
    {
        var middle = line.IndexOf("](", at, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : line.IndexOf(')', middle);
        noMoreLinks = end < 0;
        return end < 0 ? null : (new(line[(at + 1)..middle].Trim(' ', '*', '!', '['), false, line[(middle + 2)..end].Trim()), end + 1);
    }

    private void AddText(int from, int to)
    {
        var text = line.AsSpan(from, to - from).Trim(" \t\r\n,;-*");
        if (!text.IsEmpty && !text.SequenceEqual("null") && !text.SequenceEqual("Code:"))
        {
            spans.Add(new(text.ToString(), false, null));
        }
    }
}
