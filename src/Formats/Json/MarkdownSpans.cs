namespace PaperFunctions.Formats.Json;

/// <summary>A piece of a line of Markdown.</summary>
/// <param name="Url">Where it leads, if it is a link.</param>
internal sealed record MarkdownSpan(string Text, bool IsBold, string? Url);

/// <summary>Divides one line of Markdown into its bold pieces, its links and the text between; bars of tables divide as well.</summary>
internal sealed class MarkdownSpans
{
    private const int MaxSpans = 50;

    private readonly List<MarkdownSpan> _spans = [];
    private readonly string _line;
    private bool _noMoreBold;
    private bool _noMoreLinks;

    private MarkdownSpans(string line) => _line = line;

    public static IReadOnlyList<MarkdownSpan> Of(string line)
    {
        var divided = new MarkdownSpans(line);
        divided.Divide();
        return divided._spans;
    }

    private void Divide()
    {
        var (from, at) = (0, 0);
        while (at < _line.Length && _spans.Count < MaxSpans)
        {
            if (Marked(at) is (var span, var end))
            {
                AddText(from, at);
                _spans.Add(span);
                from = at = end;
            }
            else if (_line[at++] == '|' && (at == 1 || _line[at - 2] != '\\'))
            {
                AddText(from, at - 1);
                from = at;
            }
        }

        AddText(from, _line.Length);
    }

    private (MarkdownSpan Span, int End)? Marked(int at) => _line[at] switch
    {
        '[' when !_noMoreLinks => Link(at),
        '*' when !_noMoreBold && at + 2 < _line.Length && _line[at + 1] == '*' => Bold(at),
        _ => null,
    };

    private (MarkdownSpan Span, int End)? Bold(int at)
    {
        var end = _line.IndexOf("**", at + 2, StringComparison.Ordinal);
        _noMoreBold = end < 0;
        if (end <= at + 2)
        {
            return null;
        }

        var inner = _line[(at + 2)..end].Trim();
        return (inner is ['[', .., ')'] ? Of(inner)[0] : new(inner, true, null), end + 2);
    }

    private (MarkdownSpan Span, int End)? Link(int at)
    {
        var middle = _line.IndexOf("](", at, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : _line.IndexOf(')', middle);
        _noMoreLinks = end < 0;
        return end < 0 ? null : (new(_line[(at + 1)..middle].Trim(' ', '*', '!', '['), false, _line[(middle + 2)..end].Trim()), end + 1);
    }

    private void AddText(int from, int to)
    {
        var text = _line.AsSpan(from, to - from).Trim(" \t\r\n,;-*");
        if (!text.IsEmpty && !text.SequenceEqual("null") && !text.SequenceEqual("Code:"))
        {
            _spans.Add(new(text.ToString(), false, null));
        }
    }
}
