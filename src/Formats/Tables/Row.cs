namespace PaperFunctions.Formats.Tables;

/// <summary>One record of a table: what its known columns hold, those with better names first.</summary>
internal sealed class Row
{
    private readonly List<(Column Column, int Order, string Value)> cells = [];

    public void Add((Column Column, int Order) header, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            cells.Add((header.Column, header.Order, value));
        }
    }

    /// <summary>The value of the best-named column; null where all are empty.</summary>
    public string? First(Column column)
    {
        (int Order, string? Value) best = (int.MaxValue, null);
        foreach (var cell in cells)
        {
            if (cell.Column == column && cell.Order < best.Order)
            {
                best = (cell.Order, cell.Value);
            }
        }

        return best.Value;
    }

    /// <summary>All values of the best-named column that has any.</summary>
    public IEnumerable<string> Best(Column column)
    {
        var order = cells.Where(cell => cell.Column == column).Select(cell => cell.Order).DefaultIfEmpty(-1).Min();
        return cells.Where(cell => cell.Column == column && cell.Order == order).Select(cell => cell.Value);
    }

    public IEnumerable<string> All(Column column) => cells.Where(cell => cell.Column == column).OrderBy(cell => cell.Order).Select(cell => cell.Value);
}
