using Microsoft.Data.Sqlite;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>Values of a statement that is put together: each gets a parameter, none is written into the text.</summary>
internal sealed class SqlArguments
{
    private readonly List<object> _values = [];

    /// <summary>Gives back the parameter's name.</summary>
    public string Add(object? value)
    {
        _values.Add(value ?? DBNull.Value);
        return $"$a{_values.Count - 1}";
    }

    public void Bind(SqliteCommand command)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            command.Parameters.AddWithValue($"$a{i}", _values[i]);
        }
    }
}
