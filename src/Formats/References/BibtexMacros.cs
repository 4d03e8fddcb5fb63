namespace PaperFunctions.Formats.References;

/// <summary>The names that @string defines, and the months that every style does.</summary>
internal sealed class BibtexMacros
{
    /// <summary>Longest value in characters; macros that double each other end here.</summary>
    private const int MaxValue = 1 << 18;

    private const int MaxMacros = 10_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private long _size;

    /// <summary>Keeps a definition, as long as all together stay within a bound.</summary>
    public void Define(string name, string value)
    {
        _size += name.Length + value.Length;
        if (_values.Count < MaxMacros && _size < 16 * MaxValue)
        {
            _values[name] = value;
        }
    }

    /// <summary>What the name stands for; the name itself where nobody defined it, which months rely on.</summary>
    public string Resolve(string name) => _values.GetValueOrDefault(name, name);

    public static string Join(string value, string piece) =>
        value.Length == 0 ? piece : value.Length + piece.Length > MaxValue ? value : value + piece;
}
