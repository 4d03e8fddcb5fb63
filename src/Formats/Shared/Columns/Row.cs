namespace PaperFunctions.Formats.Shared.Columns;

/// <summary>One record of a table: what its known columns hold, those with better names first.</summary>
internal sealed class Row
{
    private readonly List<(Column Column, int Order, string Value)> _cells = [];

    public bool IsEmpty => _cells.Count == 0;

    public void Add((Column Column, int Order) header, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _cells.Add((header.Column, header.Order, value));
        }
    }

    /// <summary>The value of the best-named column; null where all are empty.</summary>
    public string? First(Column column)
    {
        (int Order, string? Value) best = (int.MaxValue, null);
        foreach (var cell in _cells)
        {
            if (cell.Column == column && cell.Order < best.Order)
            {
                best = (cell.Order, cell.Value);
            }
        }

        return best.Value;
    }

    /// <summary>All values of the best-named column that has any.</summary>
    public IReadOnlyList<string> Best(Column column)
    {
        var found = Of(column);
        return found.Count <= 1 ? Values(found) : Values(found.FindAll(cell => cell.Order == found.Min(one => one.Order)));
    }

    /// <summary>All values of all columns of the kind, those with better names first.</summary>
    public IReadOnlyList<string> All(Column column)
    {
        var found = Of(column);
        return found.Count <= 1 ? Values(found) : [.. found.OrderBy(cell => cell.Order).Select(cell => cell.Value)];
    }

    private List<(Column Column, int Order, string Value)> Of(Column column) => _cells.FindAll(cell => cell.Column == column);

    private static List<string> Values(List<(Column Column, int Order, string Value)> found) => found.ConvertAll(cell => cell.Value);
}
