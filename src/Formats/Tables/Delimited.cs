using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Tables;

/// <summary>Reads delimited text row by row.</summary>
internal static class Delimited
{
    /// <summary>Rows by their known columns.</summary>
    public static async IAsyncEnumerable<Parsed<Row>> ReadAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (head, whole) = await HeadAsync(content, cancellationToken);
        using var lines = new DelimitedLines(whole);
        var rows = new DelimitedRows(lines, head?.Delimiter ?? ',');
        var (columns, unused) = await ColumnsAsync(rows, cancellationToken);
        if (!DelimitedHead.Names(columns))
        {
            yield return new Problem(1,
                "The first line names no column of titles or ids. Name the columns: title, abstract, authors, url, doi, arxiv, date.", 1);
            yield break;
        }

        if (unused.Count > 0)
        {
            yield return UnusedNames.Of(unused);
        }

        while (await rows.NextAsync(columns.Count, cancellationToken))
        {
            yield return new(Row(rows.Values, columns), rows.Line, rows.Problem ?? Misfit(rows, columns.Count));
        }
    }

    /// <summary>The header, which may stand below Excel's "sep=;", and those of its names that mean nothing here.</summary>
    private static async ValueTask<(List<(Column Column, int Order)?> Columns, List<string> Unused)> ColumnsAsync(DelimitedRows rows,
        CancellationToken cancellationToken)
    {
        var found = await rows.NextAsync(0, cancellationToken);
        if (found && rows.Values[0].TrimStart('\uFEFF').StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            found = await rows.NextAsync(0, cancellationToken);
        }

        List<string> names = found ? [.. rows.Values.Take(DelimitedHead.MaxColumns)] : [];
        return ([.. names.Select(name => ColumnNames.Find(name))],
            names.FindAll(name => !string.IsNullOrWhiteSpace(name) && ColumnNames.Find(name) is null));
    }

    private static Row Row(IReadOnlyList<string> values, List<(Column Column, int Order)?> columns)
    {
        var row = new Row();
        for (var i = 0; i < Math.Min(values.Count, columns.Count); i++)
        {
            if (columns[i] is { } column)
            {
                row.Add(column, values[i]);
            }
        }

        return row;
    }

    private static Problem? Misfit(DelimitedRows rows, int columns) =>
        rows.Values.Count == columns || columns is DelimitedHead.MaxColumns || HasOnlyBlanksBehind(rows.Values, columns)
            ? null
            : new Problem(rows.Line,
                $"Fields in this row: {rows.Values.Count}, columns in the header: {columns}; it was read from the left. Look for a "
                + "missing quote or delimiter.", 1);

    /// <summary>Exports such as Web of Science's end each row with a delimiter.</summary>
    private static bool HasOnlyBlanksBehind(IReadOnlyList<string> values, int columns) =>
        values.Count > columns && values.Skip(columns).All(string.IsNullOrWhiteSpace);

    private static async Task<(DelimitedHead? Head, Stream Whole)> HeadAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[1 << 16];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var head = DelimitedHead.Read(TextInput.Lenient.GetString(bytes, 0, read));
        return (head, new PrefixedStream(bytes.AsMemory(0, read), content));
    }
}
