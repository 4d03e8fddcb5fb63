using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Containers;
using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Tables;

/// <summary>Excel workbooks (.xlsx): the first sheet whose columns are those of a list of papers.</summary>
/// <remarks>The packed bytes are held in memory, as those of every archive; rows are read one after the other.</remarks>
public sealed class Xlsx : IDigestFormat
{
    private const int MaxPacked = 32 << 20;

    private const int MaxSheets = 20;

    /// <summary>Rows in which the names of the columns are looked for.</summary>
    private const int MaxHeaderRow = 20;

    public string Name => "xlsx";

    public bool HoldsOnlyPapers => false;

    public double Recognise(DigestHead head) => OfficeFile.IsWorkbook(head) ? 0.97 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        Entries.From(ParseAsync(content, cancellationToken), RowPaper.DescribeRow, cancellationToken);

    private static async IAsyncEnumerable<Parsed<Row>> ParseAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await BoundedBytes.ReadAsync(content, MaxPacked, cancellationToken);
        if (WorkbookBounds.Problem(bytes) is { } unfit)
        {
            yield return unfit;
            yield break;
        }

        using var rows = new WorkbookRows(new MemoryStream(bytes!.Value.ToArray(), false));
        var columns = Header(rows);
        if (rows.Unused.Count > 0)
        {
            yield return UnusedNames.Of(rows.Unused);
        }

        while (columns is not null && rows.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rows.Row(columns) is { IsEmpty: false } row)
            {
                yield return new(row, rows.Number);
            }
        }

        if (rows.Problem is not null || columns is null)
        {
            yield return rows.Problem
                ?? new Problem(1,
                    "No sheet names the columns of a list of papers. Name them in one row: title, authors, abstract, url, doi, arxiv, "
                    + "date.", 1);
        }
    }

    /// <summary>Goes to the row that names the columns, in the first sheet that has one.</summary>
    private static IReadOnlyList<(Column Column, int Order)?>? Header(WorkbookRows rows)
    {
        for (var sheet = 0; sheet < MaxSheets && (sheet == 0 || rows.NextSheet()); sheet++)
        {
            for (var row = 0; row < MaxHeaderRow && rows.Next(); row++)
            {
                if (rows.Columns() is { } columns)
                {
                    return columns;
                }
            }
        }

        return null;
    }
}
