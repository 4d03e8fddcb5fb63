using System.Text;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Tables;

/// <summary>Lines to rows. A quote that is never closed costs its own row: where lines that it swallowed
/// are sound rows, reading goes on there.</summary>
internal sealed class DelimitedRows(DelimitedLines lines, char delimiter)
{
    /// <summary>Longest row in characters.</summary>
    private const int MaxRow = 1 << 20;

    /// <summary>So many quotes never closed, and none is looked for beyond its line: a hostile file
    /// costs no more than its length.</summary>
    private const int MaxUnclosed = 100;

    private readonly DelimitedFields _fields = new(delimiter);
    private readonly DelimitedFields _alone = new(delimiter);
    private int _unclosed;

    /// <summary>Fields of the current row; valid until the next call.</summary>
    public IReadOnlyList<string> Values => _fields.Values;

    /// <summary>Line on which the current row starts.</summary>
    public int Line { get; private set; }

    /// <summary>What was wrong with the quotes of the current row.</summary>
    public Problem? Problem { get; private set; }

    /// <param name="width">Fields that a sound row has.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>False at the end.</returns>
    public async ValueTask<bool> NextAsync(int width, CancellationToken cancellationToken)
    {
        Problem = null;
        if (await lines.NextAsync(evenBlank: false, cancellationToken) is not { } first)
        {
            return false;
        }

        Line = first.Number;
        if (first.IsCut)
        {
            Problem = new Problem(Line, "The line is longer than 1 MiB; its rest was dropped.", LineReader.MaxLine, first.Offset);
        }

        if (_fields.Start(first.Text).IsOpen)
        {
            await GoOnAsync(first, width, cancellationToken);
        }

        return true;
    }

    private async ValueTask GoOnAsync(DelimitedLine first, int width, CancellationToken cancellationToken)
    {
        var row = new List<DelimitedLine> { first };
        var opened = _fields.OpenedAt;
        var limit = _unclosed > MaxUnclosed ? 0 : Math.Max(MaxRow >> Math.Min(_unclosed, 20), 8 * 1024);
        for (var length = first.Text.Length; _fields.IsOpen;)
        {
            var next = length > limit ? null : await lines.NextAsync(evenBlank: true, cancellationToken);
            if (next is not null)
            {
                row.Add(next);
                length += next.Text.Length + 1;
                _fields.Add(next.Text);
            }

            if (next is null || (_fields.HasStray && IsRow(next.Text, width)))
            {
                Recover(row, opened, width);
                return;
            }
        }
    }

    /// <summary>Ends the row before the first of its lines that is a sound row of its own; all of them where none is.</summary>
    private void Recover(List<DelimitedLine> row, int column, int width)
    {
        _unclosed++;
        var next = row.FindIndex(1, line => IsRow(line.Text, width));
        var (first, last) = (row[0], row[next < 0 ? ^1 : next - 1]);
        if (next > 0)
        {
            lines.Return(row[next..]);
            _fields.Start(first.Text);
            row[1..next].ForEach(line => _fields.Add(line.Text));
        }

        _fields.Close();
        Problem = new Problem(
            first.Number,
            $"The quote that opens here is not closed; what follows up to line {last.Number} was taken into it. Close it, and double "
            + "the quotes within.",
            column,
            first.Offset + Encoding.UTF8.GetByteCount(first.Text.AsSpan(0, Math.Max(0, column - 1))));
    }

    private bool IsRow(string line, int width) =>
        line.Contains(delimiter, StringComparison.Ordinal) && _alone.Start(line) is { IsOpen: false, HasStray: false }
            && _alone.Values.Count == width;
}
