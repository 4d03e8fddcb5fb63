using System.Text.RegularExpressions;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Mail;

/// <summary>A header with parameters: <c>text/plain; charset="utf-8"</c>.</summary>
internal sealed partial class HeaderValue
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private HeaderValue(string value) => Value = value;

    /// <summary>What stands before the first semicolon, in lower case.</summary>
    public string Value { get; }

    public string? this[string name] => _parameters.GetValueOrDefault(name);

    public static HeaderValue Parse(string header)
    {
        var semicolon = header.IndexOf(';', StringComparison.Ordinal);
        var parsed = new HeaderValue((semicolon < 0 ? header : header[..semicolon]).Trim().ToLowerInvariant());
        if (semicolon > 0)
        {
            foreach (Match match in Parameter().Matches(header[semicolon..]))
            {
                parsed.Add(match.Groups["name"].Value, match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value
                    : match.Groups["plain"].Value);
            }
        }

        return parsed;
    }

    /// <summary>RFC 2231: <c>filename*=utf-8''a%20b</c>, and long values in numbered pieces.</summary>
    private void Add(string name, string value)
    {
        var star = name.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            _parameters.TryAdd(name, value.Replace("\\\"", "\"", StringComparison.Ordinal));
            return;
        }

        var encoded = name.EndsWith('*');
        var quote = encoded ? value.LastIndexOf('\'') : -1;
        var piece = encoded ? Uri.UnescapeDataString(value[(quote + 1)..]) : value;
        name = name[..star];
        _parameters[name] = _parameters.TryGetValue(name, out var before) ? before + piece : piece;
    }

    [Backtracks(BacktracksAttribute.Head, "It is generated code, which is several times as fast.")]
    [GeneratedRegex("""(?<name>[A-Za-z0-9!#$%&+^_`{}~*.-]{1,60})\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s;"]*))""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
