using System.Text.RegularExpressions;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Ids;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Shared.Columns;

/// <summary>A record of a table as a paper.</summary>
internal static partial class RowPaper
{
    public static bool Describe(Row row, PaperDraft draft)
    {
        draft.Title = row.First(Column.Title) ?? (row.First(Column.Authors) is null ? null : row.First(Column.Name));
        draft.Abstract = row.First(Column.Abstract) is { } text && !text.StartsWith("[No abstract", StringComparison.OrdinalIgnoreCase)
            ? text
            : null;
        draft.Venue = row.First(Column.Venue);
        draft.Published = Published(row);
        draft.Upvotes = int.TryParse(row.First(Column.Upvotes)?.Trim(), out var votes) ? votes : null;
        draft.AddAuthors(Authors(row));
        draft.AddCategories(row.Best(Column.Categories).SelectMany(Labels));
        AddIds(row, draft);
        return true;
    }

    /// <summary>As <see cref="Describe"/>, for a row of a table, which is a paper even where it has an id and no title.</summary>
    public static bool DescribeRow(Row row, PaperDraft draft)
    {
        Describe(row, draft);
        NameById(draft);
        return true;
    }

    /// <summary>A row that has an id and no title is kept under its id, so that the title can be looked up.</summary>
    private static void NameById(PaperDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Title) && (draft.Ids.Arxiv ?? draft.Ids.Doi) is { } id)
        {
            (draft.Title, draft.TitleIsId) = (id, true);
        }
    }

    private static DateOnly? Published(Row row)
    {
        foreach (var date in row.All(Column.Date))
        {
            if ((long.TryParse(date, out var time) && time > 300_000_000 ? Dates.OfUnix(time) : Dates.Parse(date)) is { } day)
            {
                return day;
            }
        }

        return Dates.Of(row.First(Column.Year), row.First(Column.Month), row.First(Column.Day));
    }

    private static IEnumerable<string> Authors(Row row)
    {
        var names = row.Best(Column.Authors).ToList();
        return names.Count == 1 ? Names.Many(Bracketed(names[0])) : names.Select(Names.One);
    }

    private static IEnumerable<string> Labels(string field)
    {
        var labels = Bracketed(field).Split([';', ',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return labels.Length == 1 && ArxivLabels().IsMatch(labels[0])
            ? labels[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : labels;
    }

    private static void AddIds(Row row, PaperDraft draft)
    {
        var arxiv = row.All(Column.Arxiv).Select(ArxivIds.Parse).FirstOrDefault(id => id is not null);
        draft.Ids = draft.Ids.With(arxiv, null);
        foreach (var field in row.All(Column.Doi).Concat(row.All(Column.Id)))
        {
            draft.Ids = draft.Ids.WithField(field);
        }

        AddLinks(row, Column.Url, null, draft);
        AddLinks(row, Column.Arxiv, null, draft);
        AddLinks(row, Column.Id, null, draft);
        AddLinks(row, Column.Pdf, LinkKind.Pdf, draft);
        AddLinks(row, Column.Code, LinkKind.Code, draft);
        foreach (var page in row.All(Column.Project).Where(field => !field.Contains(';', StringComparison.Ordinal)))
        {
            draft.AddLink(page.Trim(), LinkKind.Project); // several are the authors' own pages
        }
    }

    private static void AddLinks(Row row, Column column, LinkKind? kind, PaperDraft draft)
    {
        foreach (var address in row.All(column)
            .SelectMany(field => Bracketed(field).Split([' ', '\n', ';', ','], StringSplitOptions.RemoveEmptyEntries)))
        {
            draft.AddLink(address, kind);
        }
    }

    /// <summary>Python writes a list into a cell as <c>['a', 'b']</c>.</summary>
    private static string Bracketed(string cell) =>
        cell.StartsWith("['", StringComparison.Ordinal) || cell.StartsWith("[\"", StringComparison.Ordinal)
            ? string.Join("; ", Quoted().Matches(cell).Select(match => match.Groups["text"].Value))
            : cell;

    [Backtracks(BacktracksAttribute.Record, "It looks around, which NonBacktracking cannot.")]
    [GeneratedRegex(@"(?<q>['""])(?<text>(?>[^'""]{0,300}(?:(?!\k<q>\s{0,5}[,\]])['""][^'""]{0,300}){0,20}))\k<q>\s{0,5}[,\]]",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [Backtracks(BacktracksAttribute.Record, "It is generated code, which is several times as fast.")]
    [GeneratedRegex(@"^[a-z-]{2,9}(?:\.[A-Za-z-]{2,9})?(?: [a-z-]{2,9}(?:\.[A-Za-z-]{2,9})?)*$")]
    private static partial Regex ArxivLabels();
}
