namespace PaperFunctions.Local.Printing;

/// <summary>Rows of text in columns. A cell is never cut or broken, however narrow the terminal is.</summary>
internal sealed class TextTable(params string[] head)
{
    private readonly List<string[]> _rows = [head];

    /// <param name="cells">As many as the head has.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    public IEnumerable<string> Lines()
    {
        var widths = head.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        return _rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
