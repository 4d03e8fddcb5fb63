using System.Text;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>Cuts a Markdown file into stretches of text and rows of tables, so that no more of it is in memory than a stretch.</summary>
/// <remarks>A stretch ends before a table, and before a heading once it is long. Front matter, code between fences and comments are
/// left out. Tables are cut out here because Markdig takes a table for one paragraph, however long it is.</remarks>
internal sealed class MarkdownChunks(TextLines lines)
{
    /// <summary>Characters after which a stretch ends at the next heading; it ends anywhere at four times as many.</summary>
    public const int Enough = 256 * 1024;

    /// <summary>Characters kept of one line; the longest abstracts have a tenth of them.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly StringBuilder _text = new();
    private int _first = 1;
    private bool _inFront;
    private string _fence = "";
    private bool _isQuoted;
    private bool _commented;
    private int _opened;
    private string? _held;

    /// <summary>A table whose header and rule have just been read, or that goes on.</summary>
    public MarkdownTable? Table { get; private set; }

    /// <summary>Takes the current line; gives the text before it where a stretch ends.</summary>
    public (string Text, int First)? Add()
    {
        var line = lines.Text.Length <= LongestLine ? lines.Text : lines.Text[..LongestLine];
        if (IsLeftOut(line))
        {
            Append("", 0);
            return null;
        }

        if (_held is not null && MarkdownTable.IsRule(line))
        {
            Table = MarkdownTable.Of(_held);
            _held = null;
            return Take(lines.Number + 1);
        }

        Table = Table is not null && line.Contains('|', StringComparison.Ordinal) ? Table : null;
        if (Table is not null)
        {
            _first = lines.Number + 1;
            return null;
        }

        var before = IsEnd(line) ? Take(lines.Number) : null;
        Append(line, lines.Column);
        _held = line.Contains('|', StringComparison.Ordinal) ? line : null;
        return before;
    }

    /// <summary>The rest of the text.</summary>
    public (string Text, int First)? End() => Take(lines.Number + 1);

    /// <summary>What was opened and never closed, so that the rest of the file was left out; null if all was closed.</summary>
    public Problem? Unclosed() => (_inFront, _fence, _commented) switch
    {
        (true, _, _) => new Problem(1, "The front matter is not closed, so the file was left out. Close it with a line of ---."),
        (_, { Length: > 0 }, _) => new Problem(
            _opened, $"The block of code is not closed, and what follows was left out. Close it with a line of {_fence}."),
        (_, _, true) => new Problem(_opened, "The comment is not closed, and what follows was left out. Close it with -->."),
        _ => null,
    };

    private bool IsEnd(string line) =>
        (_text.Length >= Enough && lines.Column == 0 && line.StartsWith('#')) || _text.Length >= 4 * Enough;

    /// <summary>The header of a table stays in the text that is taken: a line of bars is not a paper.</summary>
    private (string, int)? Take(int next)
    {
        var (text, first) = (_text.ToString(), _first);
        _text.Clear();
        _first = next;
        return string.IsNullOrWhiteSpace(text) ? null : (text, first);
    }

    private void Append(string line, int column)
    {
        if (_text.Length == 0)
        {
            _first = lines.Number;
        }

        _text.Append(' ', Math.Min(column, 200)).Append(line).Append('\n');
    }

    private bool IsLeftOut(string line)
    {
        var wasInFront = _inFront;
        _inFront = lines.Number == 1 ? line == "---" : _inFront && line is not ("---" or "...");
        return _inFront || wasInFront || IsFenced(line) || IsComment(line);
    }

    /// <summary>A fence is closed by one at least as long; one within a quotation ends with the quotation, too.</summary>
    private bool IsFenced(string line)
    {
        var text = line.TrimStart('>', ' ');
        if (_fence.Length > 0 && !(_isQuoted && !line.StartsWith('>')))
        {
            _fence = text.StartsWith(_fence, StringComparison.Ordinal) && text.AsSpan().Trim(_fence[0]).IsWhiteSpace() ? "" : _fence;
            return true;
        }

        _fence = FenceOf(text);
        (_isQuoted, _opened) = _fence.Length > 0 ? (line.StartsWith('>'), lines.Number) : (_isQuoted, _opened);
        return _fence.Length > 0;
    }

    private static string FenceOf(string text)
    {
        if (text is not (['`', '`', '`', ..] or ['~', '~', '~', ..]))
        {
            return "";
        }

        var rest = text.AsSpan().TrimStart(text[0]);
        return text[0] == '`' && rest.Contains('`') ? "" : text[..^rest.Length];
    }

    private bool IsComment(string line)
    {
        if (_commented)
        {
            _commented = !line.Contains("-->", StringComparison.Ordinal);
            return true;
        }

        var opens = line.StartsWith("<!--", StringComparison.Ordinal);
        _commented = opens && !line.Contains("-->", StringComparison.Ordinal);
        _opened = _commented ? lines.Number : _opened;
        return opens && (_commented || line.EndsWith("-->", StringComparison.Ordinal));
    }
}
