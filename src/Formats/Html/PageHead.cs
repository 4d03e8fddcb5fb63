using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace PaperFunctions.Formats.Html;

/// <summary>What a page says of itself for machines: meta tags, its own address, records in JSON-LD.</summary>
internal sealed class PageHead
{
    /// <summary>The authors of a large collaboration fit; references, which can be as many, are not kept.</summary>
    private const int MaxTags = 20_000;

    private const int MaxValue = 64 * 1024;

    private const int MaxRecord = 1 << 20;

    private readonly Dictionary<string, List<string>> _values = [];
    private readonly List<StringBuilder> _records = [];
    private int _count;

    /// <summary>The address that the page gives for itself; null where it gives none.</summary>
    public string? Address { get; private set; }

    /// <summary>Texts of the JSON-LD scripts, in order.</summary>
    public IEnumerable<string> Records => _records.Select(record => record.ToString());

    /// <summary>Takes a <c>meta</c> tag or the canonical <c>link</c>; ignores all others.</summary>
    public void Take(HtmlTagToken tag)
    {
        if (tag.Name == "link" && tag.GetAttribute("rel") == "canonical")
        {
            Address ??= tag.GetAttribute("href");
        }
        else if (tag.Name == "meta" && Name(tag) is { Length: > 0 } name && tag.GetAttribute("content") is { } content && _count < MaxTags)
        {
            Add(name.Trim().ToLowerInvariant().Replace(':', '.'), content.Trim());
        }
        else if (HtmlTags.IsRecord(tag))
        {
            _records.Add(new StringBuilder());
        }
    }

    /// <summary>Takes a piece of the record that was begun last; a longer one than a mebibyte is cut off and so not read.</summary>
    public void AddRecord(string piece)
    {
        if (_records.Count > 0 && _records[^1].Length < MaxRecord)
        {
            _records[^1].Append(piece);
        }
    }

    /// <summary>The first value of the first of the names that has one; names in lower case, dots for colons.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var found))
            {
                return found[0];
            }
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    private static string? Name(HtmlTagToken tag) => tag.GetAttribute("name") is { Length: > 0 } name ? name : tag.GetAttribute("property");

    private void Add(string name, string content)
    {
        if (content.Length is 0 or > MaxValue || name == "citation_reference")
        {
            return;
        }

        _count++;
        if (!_values.TryGetValue(name, out var known))
        {
            _values[name] = known = [];
        }

        known.Add(content);
    }
}
