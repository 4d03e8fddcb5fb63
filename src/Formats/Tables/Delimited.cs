using System.Runtime.CompilerServices;
using CsvHelper;
using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Input;
using PaperFunctions.Formats.Opening;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Tables;

/// <summary>Reads delimited text row by row.</summary>
internal sealed class Delimited : IDisposable
{
    /// <summary>Longest row in bytes.</summary>
    private const int MaxRow = 1 << 20;

    private readonly Stream utf8;
    private readonly CsvReader reader;
    private (Column Column, int Order)?[] columns = [];
    private Problem? malformed;

    private Delimited(Stream content, char delimiter)
    {
        utf8 = TextInput.AsUtf8(content);
        reader = CsvReader.Create(utf8, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            MaxRecordSize = MaxRow,
            TrackLineNumbers = true,
            OnMalformedRecord = record => malformed = record.Reason == CsvMalformedReason.StrayQuote ? null : new Problem((int)record.LineNumber, "A quote in the row is not closed, or stands where it should be doubled.", null, record.ByteOffset),
        });
    }

    /// <summary>Rows by their known columns; ends with a problem where a quote that is never closed swallows the rest.</summary>
    public static async IAsyncEnumerable<Parsed<Row>> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (head, whole) = await HeadAsync(content, cancellation);
        using var table = new Delimited(whole, head?.Delimiter ?? ',');
        await table.NextAsync(cancellation);
        if (!table.ReadHeader())
        {
            yield return new Problem(1, "The first line names no title column. Name the columns: title, abstract, authors, url, doi, arxiv, date.", 1);
            yield break;
        }

        while (await table.NextAsync(cancellation) is var next && (next.Record is not null || next.Problem is not null))
        {
            yield return next;
            if (next.Record is null)
            {
                yield break;
            }
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        utf8.Dispose();
    }

    private bool ReadHeader()
    {
        var count = Math.Min(reader.FieldCount, DelimitedHead.MaxColumns);
        columns = [.. Enumerable.Range(0, count).Select(i => ColumnNames.Find(reader.GetString(i)))];
        return columns.Any(column => column?.Column == Column.Title);
    }

    private async ValueTask<Parsed<Row>> NextAsync(CancellationToken cancellation)
    {
        malformed = null;
        try
        {
            return await reader.ReadAsync(cancellation) ? new(Row(), (int)reader.LineNumber, malformed ?? Misfit()) : default;
        }
        catch (CsvFormatException e)
        {
            return new Problem((int)e.LineNumber, "The row that starts here does not end within a million bytes; reading stopped. Look for a quote that is never closed.", 1, e.ByteOffset);
        }
    }

    private Row Row()
    {
        var row = new Row();
        for (var i = 0; i < Math.Min(reader.FieldCount, columns.Length); i++)
        {
            if (columns[i] is { } column)
            {
                row.Add(column, reader.GetString(i));
            }
        }

        return row;
    }

    private Problem? Misfit() =>
        reader.FieldCount == columns.Length || columns.Length is 0 or DelimitedHead.MaxColumns
            ? null
            : new Problem((int)reader.LineNumber, $"The row has {reader.FieldCount} columns, the header {columns.Length}; it was read from the left. Look for a missing quote or delimiter.", 1);

    private static async Task<(DelimitedHead? Head, Stream Whole)> HeadAsync(Stream content, CancellationToken cancellation)
    {
        var bytes = new byte[1 << 16];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        var head = DelimitedHead.Read(TextInput.Lenient.GetString(bytes, 0, read));
        return (head, new PrefixedStream(bytes.AsMemory(0, read), content));
    }
}
