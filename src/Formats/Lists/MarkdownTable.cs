using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>A table of Markdown, a paper a row: the header says what is what, as in other tables.</summary>
internal sealed class MarkdownTable
{
    private const int MaxColumns = 100;

    private readonly IReadOnlyList<(Column Column, int Order)?> _columns;

    private readonly int _title;

    private readonly bool _titled;

    private MarkdownTable(IReadOnlyList<(Column Column, int Order)?> columns)
    {
        _columns = columns;
        var titles = columns.Select((column, at) => (column, at)).Where(one => one.column?.Column == Column.Title).ToList();
        _titled = titles.Count > 0;
        _title = _titled ? titles.MinBy(one => one.column!.Value.Order).at : -1;
    }

    /// <summary>The table that has this line as its header.</summary>
    public static MarkdownTable Of(string header) =>
        new([.. Cells(header)
            .Select(cell => cell.Length <= 200 && MarkdownCell.Read(cell) is [var line, ..] ? ColumnNames.Find(line.Text) : null)]);

    /// <summary>Whether the line is the rule below a header: <c>|---|:--:|</c>.</summary>
    public static bool IsRule(string line) =>
        line.Length >= 3 && line.Contains('|', StringComparison.Ordinal) && line.Contains('-', StringComparison.Ordinal)
            && line.AsSpan().IndexOfAnyExcept("|:- ") < 0;

    /// <summary>The paper of a row; null where it has no title. A table without a column of titles has
    /// papers where a cell is a link to one.</summary>
    public Paper? Read(string line, DateTimeOffset uploadedAt)
    {
        var cells = Cells(line).Select(MarkdownCell.Read).ToList();
        var title = _titled ? _title : cells.FindIndex(cell => cell.Exists(one => MarkdownCell.IsPaper(one)));
        if (title < 0 || title >= cells.Count || MarkdownCell.Title(cells[title], _titled) is not { } lead)
        {
            return null;
        }

        var row = new Row();
        for (var i = 0; i < cells.Count && i < _columns.Count; i++)
        {
            Add(row, cells[i], i == title ? null : _columns[i], i == title);
        }

        var draft = new PaperDraft();
        draft.AddLink(lead.Lead.Url);
        RowPaper.Describe(row, draft);
        MarkdownCell.Describe(cells[title], lead, draft, uploadedAt);
        return draft.Finish();
    }

    private static void Add(Row row, List<MarkdownLine> cell, (Column Column, int Order)? column, bool isTitle)
    {
        if (column is not { } known || known.Column == Column.Title)
        {
            foreach (var (line, link) in isTitle ? [] : cell.SelectMany(line => line.Links.Select(link => (line, link))))
            {
                row.Add(Leads(line.Text.AsSpan(link.Start, link.End - link.Start)), link.Url);
            }

            return;
        }

        var isLink = known.Column is Column.Url or Column.Pdf or Column.Code or Column.Project or Column.Doi or Column.Arxiv or Column.Id;
        var links = cell.SelectMany(line => line.Links).Select(link => link.Url)
            .Where(url => !url.Contains("shields.io/", StringComparison.Ordinal)).ToList();
        var text = string.Join(' ', cell.Select(line => line.Text.Trim()));
        row.Add(known, isLink && links.Count > 0 ? string.Join(' ', links) : isLink && text is "null" or "-" ? null : text);
    }

    /// <summary>What the words of a link in a column of another kind say of it.</summary>
    private static (Column Column, int Order) Leads(ReadOnlySpan<char> words) =>
        ColumnNames.Find(words) is { Column: Column.Pdf or Column.Code or Column.Project or Column.Arxiv or Column.Doi } found
            ? found
            : (Column.Url, 0);

    /// <summary>The cells of a line; a bar that a backslash stands before is text.</summary>
    private static List<string> Cells(string line)
    {
        var inner = line.AsSpan().Trim();
        inner = inner.StartsWith("|") ? inner[1..] : inner;
        var cells = new List<string>();
        var start = 0;
        for (var at = 0; at <= inner.Length && cells.Count < MaxColumns; at++)
        {
            if (at == inner.Length ? start < inner.Length : inner[at] == '|' && (at == 0 || inner[at - 1] != '\\'))
            {
                cells.Add(inner[start..at].Trim().ToString().Replace("\\|", "|", StringComparison.Ordinal));
                start = at + 1;
            }
        }

        return cells;
    }
}
