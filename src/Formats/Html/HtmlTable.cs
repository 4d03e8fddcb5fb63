using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Evidence;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Html;

/// <summary>A page that is one table with a header, as pandas (<c>to_html</c>) and spreadsheets write it: a paper a row.</summary>
public sealed class HtmlTable : IDigestFormat
{
    public string Name => "html-table";

    public bool HoldsOnlyPapers => false;

    public double Recognise(DigestHead head) =>
        HtmlShape.Is(head.Text) && IsFirst(head.Text) && Header(HtmlRows.Read(head.Text)) is not null ? 0.98 : 0;

    public bool SpeaksOfPapers(DigestHead head) =>
        PaperDetector.In(head) || !OtherColumns.Has(HtmlRows.Read(head.Text).First().Cells.Select(cell => cell.Text));

    public async IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, DigestSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await HtmlPage.ReadAsync(content, cancellationToken) is not { } page)
        {
            yield return new DigestItem.Trouble(HtmlPage.TooLarge);
            yield break;
        }

        await foreach (var item in Entries.From(Rows(page).ToAsyncEnumerable(), RowPaper.DescribeRow, cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>Whether the table stands before any heading or paragraph: else the page is an article, or many things.</summary>
    private static bool IsFirst(string text)
    {
        var table = text.IndexOf("<table", StringComparison.OrdinalIgnoreCase);
        return table >= 0 && !text.AsSpan(0, table).Contains("<p", StringComparison.OrdinalIgnoreCase)
            && !text.AsSpan(0, table).Contains("<a ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the columns of the first row hold; null where it does not name those of a list of papers.</summary>
    private static List<(Column Column, int Order)?>? Header(IEnumerable<HtmlRow> rows)
    {
        var columns = rows.FirstOrDefault()?.Cells.Select(cell => cell.Text.Length < 60 ? ColumnNames.Find(cell.Text) : null).ToList();
        return columns is not null && columns.Any(column => column?.Column == Column.Title)
            && columns.Count(column => column is not null) > 1 ? columns : null;
    }

    private static IEnumerable<Parsed<Row>> Rows(string page)
    {
        if (Header(HtmlRows.Read(page)) is not { } columns)
        {
            yield return new Problem(1,
                "The first row of the table names no column of titles. Name the columns: title, abstract, authors, url, doi, arxiv, date.");
            yield break;
        }

        var names = HtmlRows.Read(page).First().Cells.Select(cell => cell.Text).Where((name, i) => name.Length > 0 && columns[i] is null)
            .ToList();
        if (names.Count > 0)
        {
            yield return UnusedNames.Of(names);
        }

        foreach (var row in HtmlRows.Read(page).Skip(1).Where(row => row.Cells.Count == columns.Count))
        {
            yield return new(Row(row, columns), row.Line);
        }
    }

    private static Row Row(HtmlRow cells, List<(Column Column, int Order)?> columns)
    {
        var row = new Row();
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = cells.Cells[i];
            if (columns[i] is { } column)
            {
                row.Add(column, column.Column is Column.Url or Column.Pdf or Column.Code or Column.Project && cell.Href is not null
                    ? cell.Href
                    : cell.Text);
                row.Add((Column.Url, 1), column.Column == Column.Title ? cell.Href : null);
            }
        }

        return row;
    }
}
