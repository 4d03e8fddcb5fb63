using System.Globalization;
using System.Text;
using ExcelDataReader;
using PaperFunctions.Formats.Shared.Columns;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Tables;

/// <summary>The rows of a workbook, sheet by sheet; what the library cannot read becomes a problem.</summary>
internal sealed class WorkbookRows : IDisposable
{
    private readonly IExcelDataReader? _reader;

    /// <summary>The library asks for Windows-1252 before it looks at the file.</summary>
    static WorkbookRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public WorkbookRows(Stream workbook) => _reader = Try(() => ExcelReaderFactory.CreateOpenXmlReader(workbook), null);

    /// <summary>Number of the row in its sheet, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Why reading stopped before the end.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Names of columns that mean nothing here, known once the header was found.</summary>
    public IReadOnlyList<string> Unused { get; private set; } = [];

    public bool Next()
    {
        Number++;
        return _reader is not null && Try(_reader.Read, false);
    }

    public bool NextSheet()
    {
        Number = 0;
        return _reader is not null && Try(_reader.NextResult, false);
    }

    /// <summary>What the columns hold where this row names them: a title among others that lists of papers have; else null.</summary>
    public IReadOnlyList<(Column Column, int Order)?>? Columns()
    {
        var names = Enumerable.Range(0, Width).Select(Text).ToList();
        var columns = names.ConvertAll(name => name is { Length: < 60 } ? ColumnNames.Find(name) : null);
        var known = columns.Where(column => column is not null).Select(column => column!.Value.Column).ToHashSet();
        var ofPapers = known.Overlaps([Column.Authors, Column.Abstract, Column.Doi, Column.Arxiv, Column.Venue])
            || !OtherColumns.Has(names.OfType<string>());
        if (!known.Contains(Column.Title) || known.Count < 2 || !ofPapers)
        {
            return null;
        }

        Unused = [.. names.OfType<string>().Where(name => name.Trim().Length > 0 && ColumnNames.Find(name) is null)];
        return columns;
    }

    public Row Row(IReadOnlyList<(Column Column, int Order)?> columns)
    {
        var row = new Row();
        for (var i = 0; i < Math.Min(columns.Count, Width); i++)
        {
            if (columns[i] is { } column)
            {
                row.Add(column, Text(i));
            }
        }

        return row;
    }

    public void Dispose() => _reader?.Dispose();

    private int Width => Math.Min(_reader!.FieldCount, DelimitedHead.MaxColumns);

    private string? Text(int column) => Try(() => _reader!.GetValue(column), null) switch
    {
        null => null,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    private T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the library has no word for all that can be wrong with a file
        {
            Problem = new Problem(Number,
                "The workbook is damaged here, and what follows could not be read "
                + $"({(e.Message.Length > 200 ? e.GetType().Name : e.Message)}). Save the sheet as CSV and drop that.");
            return otherwise;
        }
    }
}
