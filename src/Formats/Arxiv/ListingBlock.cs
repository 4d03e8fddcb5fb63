using System.Text;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>One block of arXiv's daily listing mail.</summary>
internal sealed class ListingBlock
{
    /// <summary>Characters kept of one field or abstract.</summary>
    private const int MaxText = 100_000;

    private readonly Dictionary<string, StringBuilder> _fields = new(StringComparer.OrdinalIgnoreCase);
    private StringBuilder? _last;

    public string Id { get; set; } = "";

    /// <summary>A new version of a paper that was listed before; its date is that of the version.</summary>
    public bool IsReplacement { get; set; }

    public StringBuilder Abstract { get; } = new();

    /// <summary>Whether anything of a paper has been read.</summary>
    public bool IsEmpty => Id.Length == 0 && _fields.Count == 0;

    /// <summary>A field's text, wrapped lines joined; null where it is missing.</summary>
    public string? this[string name] => _fields.TryGetValue(name, out var text) ? text.ToString() : null;

    public void Start(string name, string text) => _last = _fields.TryAdd(name, new StringBuilder(text)) ? _fields[name] : null;

    /// <summary>A further line of the field before.</summary>
    public void Continue(string text) => Append(_last, text);

    public void AddAbstract(string text) => Append(Abstract, text);

    private static void Append(StringBuilder? to, string text)
    {
        if (to is not null && to.Length + text.Length < MaxText)
        {
            to.Append(to.Length > 0 ? "\n" : "").Append(text);
        }
    }
}
