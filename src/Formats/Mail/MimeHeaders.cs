using System.Text;

namespace PaperFunctions.Formats.Mail;

/// <summary>The header lines of a message or a part, unfolded.</summary>
internal sealed class MimeHeaders
{
    private const int MaxHeaders = 500;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first header of the name; null where there is none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public int Count => _values.Count;

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Headers up to the first blank line, and what follows it.</summary>
    public static (MimeHeaders Headers, ReadOnlyMemory<byte> Body) Split(ReadOnlyMemory<byte> bytes)
    {
        var headers = new MimeHeaders();
        string? name = null;
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = (end < 0 ? bytes : bytes[..end]).Span.TrimEnd((byte)'\r');
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (line.IsEmpty)
            {
                break;
            }

            name = headers.Add(line, name);
        }

        return (headers, bytes);
    }

    private string? Add(ReadOnlySpan<byte> line, string? last)
    {
        var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 8000)]);
        if (text[0] is ' ' or '\t')
        {
            if (last is not null && _values[last].Length < 8000)
            {
                _values[last] += " " + text.Trim();
            }

            return last;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || _values.Count >= MaxHeaders)
        {
            return null;
        }

        var name = text[..colon].Trim();
        return _values.TryAdd(name, text[(colon + 1)..].Trim()) ? name : null;
    }
}
