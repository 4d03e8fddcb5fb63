using System.Runtime.CompilerServices;

namespace PaperFunctions.Formats.Tables;

/// <summary>Delimited text as plain records, for files that are no digests: comma, semicolon or tab, whichever the first line has most
/// of.</summary>
public static class DelimitedRecords
{
    private const string Delimiters = ",;\t";

    /// <summary>The records in order, the header first; never throws on content.</summary>
    public static async IAsyncEnumerable<DelimitedRecord> ReadAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new DelimitedLines(content);
        var first = await lines.NextAsync(evenBlank: false, cancellationToken);
        if (first is null)
        {
            yield break;
        }

        lines.Return([first with { Text = first.Text.TrimStart('\uFEFF') }]);
        var rows = new DelimitedRows(lines, Delimiters.MaxBy(d => first.Text.Count(c => c == d)));
        var width = 0;
        while (await rows.NextAsync(width, cancellationToken))
        {
            width = width == 0 ? rows.Values.Count : width;
            yield return new DelimitedRecord(rows.Line, [.. rows.Values.Take(DelimitedHead.MaxColumns)], rows.Problem?.Reason);
        }
    }
}

/// <param name="Line">Where it starts, from 1.</param>
/// <param name="Problem">What is wrong with its quotes; null where nothing is.</param>
public sealed record DelimitedRecord(int Line, IReadOnlyList<string> Values, string? Problem);
