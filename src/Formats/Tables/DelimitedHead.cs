using PaperFunctions.Formats.Lists;
using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Formats.Shared.Evidence;

namespace PaperFunctions.Formats.Tables;

/// <summary>The first line of a table: its delimiter and what its columns hold.</summary>
/// <param name="Columns">What each column means; null for unknown ones.</param>
/// <param name="HasOthers">Whether there is a column that lists of papers do not have.</param>
internal sealed record DelimitedHead(char Delimiter, IReadOnlyList<(Column Column, int Order)?> Columns, bool HasOthers)
{
    /// <summary>Widest table; further columns are not looked at.</summary>
    public const int MaxColumns = 1000;

    private const string Delimiters = ",;\t|";

    public int Known => Columns.Count(column => column is not null);

    public bool HasTitle => Columns.Any(column => column?.Column == Column.Title);

    /// <summary>Whether the columns say what a row is: a title, or an id that a title can be looked up by.</summary>
    public static bool Names(IEnumerable<(Column Column, int Order)?> columns) =>
        columns.Any(column => column?.Column is Column.Title or Column.Doi or Column.Arxiv);

    /// <summary>Reads the header, below Excel's "sep=;" if that is there, with the delimiter that makes most of it; null where no delimiter
    /// gives a title or an id among other columns, or for a table of Markdown.</summary>
    public static DelimitedHead? Read(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \r\n");
        var separated = start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4;
        var line = separated ? start[(start.IndexOf('\n') + 1)..] : start;
        var end = line.IndexOfAny('\r', '\n');
        var header = (end < 0 ? line : line[..end]).ToString();
        return header.TrimStart().StartsWith('|') || IsMarkdown(end < 0 ? default : line[end..])
            ? null
            : Delimiters.Select(delimiter => Of(header, delimiter))
            .Where(head => head.Known > 1 && Names(head.Columns))
            .MaxBy(head => head.Known);
    }

    public static bool SpeaksOfPapers(DigestHead head) => Read(head.Text) is { HasOthers: false } || PaperDetector.In(head);

    /// <summary>How well the header fits a table, 0 to 1.</summary>
    public double Confidence => Known >= 3 || Known == Columns.Count ? 0.9 : HasTitle ? 0.7 : 0.6;

    /// <summary>Whether the second line is the rule below the header of a Markdown table.</summary>
    private static bool IsMarkdown(ReadOnlySpan<char> rest)
    {
        var line = rest.TrimStart("\r\n");
        var end = line.IndexOfAny('\r', '\n');
        return MarkdownTable.IsRule((end < 0 ? line : line[..end]).Trim().ToString());
    }

    private static DelimitedHead Of(string header, char delimiter)
    {
        string[] names = [.. header.Split(delimiter, MaxColumns + 1).Take(MaxColumns)];
        return new(delimiter, [.. names.Select(name => name.Length > 60 ? null : ColumnNames.Find(name))], OtherColumns.Has(names));
    }
}
