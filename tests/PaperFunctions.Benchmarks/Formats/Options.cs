using System.Globalization;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary><c>--name value</c> pairs and the words between them.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];

    public Options(string[] args)
    {
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
            {
                _values[args[i][2..]] = args[++i];
            }
            else
            {
                words.Add(args[i]);
            }
        }

        Words = words;
    }

    public IReadOnlyList<string> Words { get; }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public long Number(string name, long otherwise) =>
        _values.TryGetValue(name, out var value) ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
