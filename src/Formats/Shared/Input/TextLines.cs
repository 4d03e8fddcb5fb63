using System.Buffers;
using System.Text;
using System.Text.Unicode;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Input;

/// <summary>Lines of text, each with what was wrong with its bytes.</summary>
/// <remarks>A line that is not UTF-8 is read as Windows-1252, which is what such files nearly always
/// are; control characters are dropped.</remarks>
public sealed class TextLines(Stream content) : IDisposable
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127]);

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly LineReader _lines = new(content);

    /// <summary>The current line, white space at both ends removed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Blanks and tabs in front of the text.</summary>
    public int Indent { get; private set; }

    /// <summary>Column at which the text starts, from 0; a tab leads to the next multiple of four.</summary>
    public int Column { get; private set; }

    /// <summary>From 1.</summary>
    public int Number => _lines.Number;

    /// <summary>Offset of the line's first byte.</summary>
    public long Offset => _lines.Offset;

    /// <summary>What was wrong with the current line; null for nearly every line.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>False at the end.</summary>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken = default)
    {
        var next = _lines.NextAsync(cancellationToken);
        return next.IsCompletedSuccessfully ? new(Decode(next.Result)) : SlowlyAsync(next);
    }

    public void Dispose() => _lines.Dispose();

    private async ValueTask<bool> SlowlyAsync(ValueTask<bool> next) => Decode(await next);

    private bool Decode(bool found)
    {
        Problem = null;
        if (found)
        {
            var bytes = _lines.Line.TrimEnd(" \t"u8);
            var text = bytes.TrimStart(" \t"u8);
            Indent = bytes.Length - text.Length;
            Column = ColumnBehind(bytes[..Indent]);
            bytes = text;
            Text = _lines.Cut || !Utf8.IsValid(bytes) ? Repair(bytes)
                : bytes.ContainsAny(Controls) ? WithoutControls(Encoding.UTF8.GetString(bytes))
                : Encoding.UTF8.GetString(bytes).Trim();
        }

        return found;
    }

    private static int ColumnBehind(ReadOnlySpan<byte> blanks)
    {
        var column = 0;
        foreach (var blank in blanks)
        {
            column = blank == '\t' ? (column | 3) + 1 : column + 1;
        }

        return column;
    }

    private string Repair(ReadOnlySpan<byte> bytes)
    {
        if (_lines.Cut)
        {
            bytes = bytes[..WholeCharacters(bytes)];
            Report($"The line is longer than {LineReader.MaxLine >> 20} MiB; only its start was read. Check that line ends are there.",
                LineReader.MaxLine);
            if (Utf8.IsValid(bytes))
            {
                return WithoutControls(Encoding.UTF8.GetString(bytes));
            }
        }

        var bad = FirstInvalid(bytes);
        Report("The bytes here are not UTF-8; the line was read as Windows-1252. Save the file as UTF-8.", bad);
        return WithoutControls(Western.GetString(bytes));
    }

    private string WithoutControls(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        if (at < 0)
        {
            return text.Trim();
        }

        var clean = new string([.. text.Where(c => c is >= ' ' and not '\u007F' or '\t')]);
        if (clean.Length < text.Length)
        {
            Report("Control characters were dropped from the line.", at);
        }

        return clean.Trim();
    }

    private void Report(string reason, int at) =>
        Problem ??= new Problem(Number, reason, at + 1, Offset + at);

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>Length without a character that the cut went through.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.Length - 1;
        while (at > bytes.Length - 4 && (bytes[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return (bytes[at] & 0xC0) == 0xC0 ? at : bytes.Length;
    }
}
