using System.Text.RegularExpressions;
using PaperFunctions.Formats.Fields;
using PaperFunctions.Formats.Tables;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Lists;

/// <summary>A table of Markdown, a paper a row: the header says what is what, as in other tables.</summary>
internal sealed partial class MarkdownTable
{
    private const int MaxColumns = 100;

    private readonly IReadOnlyList<(Column Column, int Order)?> columns;

    private MarkdownTable(IReadOnlyList<(Column Column, int Order)?> columns) => this.columns = columns;

    /// <summary>The table that has this line as its header; null where none of its columns is a title.</summary>
    public static MarkdownTable? Of(string header)
    {
        if (!header.Contains('|', StringComparison.Ordinal))
        {
            return null;
        }

        var columns = Cells(header).Select(cell => cell.Length <= 200 ? ColumnNames.Find(Markdown.Plain(cell)) : null).ToList();
        return columns.Count > 1 && columns.Exists(column => column?.Column == Column.Title) ? new(columns) : null;
    }

    /// <summary>Whether the line is the rule below a header: <c>|---|:--:|</c>.</summary>
    public static bool IsRule(string line) => line.Length >= 3 && line.Contains('|', StringComparison.Ordinal) && Rule().IsMatch(line);

    /// <summary>The paper of a row; null where it has no title.</summary>
    public Paper? Read(string line)
    {
        var row = new Row();
        foreach (var (cell, column) in Cells(line).Zip(columns))
        {
            Add(row, cell, column);
        }

        var draft = new PaperDraft();
        return RowPaper.Describe(row, draft) ? draft.Finish() : null;
    }

    private static void Add(Row row, string cell, (Column Column, int Order)? column)
    {
        var links = Markdown.Links(cell).ToList();
        if (column is not { } known || (known.Column == Column.Title && links.Count > 0))
        {
            links.ForEach(link => row.Add(Leads(link.Text), link.Url));
        }

        if (column is { } named)
        {
            var isLink = named.Column is Column.Url or Column.Pdf or Column.Code or Column.Project or Column.Doi or Column.Arxiv or Column.Id;
            row.Add(named, isLink && links.Count > 0 ? string.Join(' ', links.Select(link => link.Url))
                : named.Column == Column.Title && links.Find(IsTitle) is { Text: { } title } ? Plain(title)
                : Plain(cell));
        }
    }

    /// <summary>A link of some words beside which authors, a venue or badges stand.</summary>
    private static bool IsTitle((string Text, string Url) link) => Plain(link.Text).Count(c => c == ' ') >= 2;

    /// <summary>What the words of a link in a column of another kind say of it.</summary>
    private static (Column Column, int Order) Leads(string words) =>
        ColumnNames.Find(words) is { Column: Column.Pdf or Column.Code or Column.Project or Column.Arxiv or Column.Doi } found ? found : (Column.Url, 0);

    private static string Plain(string cell) => Marks().Replace(Markdown.Plain(Markdown.Plain(cell)), "");

    /// <summary>The cells of a line; a bar that a backslash stands before is text.</summary>
    private static IEnumerable<string> Cells(string line) =>
        Bar().Split(line.Trim().TrimStart('|').TrimEnd('|'), MaxColumns).Select(cell => cell.Replace("\\|", "|", StringComparison.Ordinal).Trim());

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"^\|?(?:\s{0,40}:?-{1,400}:?\s{0,40}\|){1,100}(?:\s{0,40}:?-{1,400}:?\s{0,40})?$")]
    private static partial Regex Rule();

    /// <summary>Emphasis that no second mark closes, and a medal or a star before a title.</summary>
    [GeneratedRegex(@"^\s*(?:\*\*|[\u2B50\u2605])\s*|\*\*\s*$")]
    private static partial Regex Marks();
}
