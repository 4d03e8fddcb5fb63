using PaperFunctions.Formats.Shared.Input;

namespace PaperFunctions.Formats.Tables;

/// <summary>A line of a table as text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Offset">Of its first byte.</param>
/// <param name="IsCut">It was longer than a reader of lines keeps.</param>
internal sealed record DelimitedLine(string Text, int Number, long Offset, bool IsCut);

/// <summary>Lines of a table, blank ones left out; lines may be put back.</summary>
internal sealed class DelimitedLines(Stream content) : IDisposable
{
    private readonly LineReader _lines = new(content);
    private readonly Stack<DelimitedLine> _returned = new();

    /// <summary>The next line; null at the end.</summary>
    /// <param name="evenBlank">A blank line counts: it stands within quotes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<DelimitedLine?> NextAsync(bool evenBlank, CancellationToken cancellationToken)
    {
        while (_returned.TryPop(out var line))
        {
            if (evenBlank || line.Text.Length > 0)
            {
                return line;
            }
        }

        while (await _lines.NextAsync(cancellationToken))
        {
            if (evenBlank || !_lines.Line.Trim(" \t\0"u8).IsEmpty)
            {
                return new(TextInput.Lenient.GetString(_lines.Line), _lines.Number, _lines.Offset, _lines.Cut);
            }
        }

        return null;
    }

    /// <summary>Puts lines back, to be read again in their order.</summary>
    public void Return(IReadOnlyList<DelimitedLine> read)
    {
        for (var i = read.Count - 1; i >= 0; i--)
        {
            _returned.Push(read[i]);
        }
    }

    public void Dispose() => _lines.Dispose();
}
