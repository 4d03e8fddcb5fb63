using System.Buffers;
using PaperFunctions.Formats.Shared.Columns;

namespace PaperFunctions.Formats.Yaml;

/// <summary>What the start of a text shows of YAML: keys in front of colons, some of them within others or in items.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="SpeaksOfPapers">Whether a key is one that lists of other things hardly have.</param>
internal sealed record YamlHead(double Confidence, bool SpeaksOfPapers)
{
    private const int LinesLookedAt = 400;

    private const string CitationFile = "cff-version:";

    private static readonly SearchValues<char> NoKey = SearchValues.Create("[(*`|{<");

    /// <summary>Null where the text is no YAML with titles below keys or in items.</summary>
    public static YamlHead? Read(string text)
    {
        if (IsCitationFile(text))
        {
            return new(0.97, true);
        }

        var keys = new HashSet<Column>();
        var (lines, keyed, titles, first) = (0, 0, 0, true);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 1 << 16)).EnumerateLines())
        {
            var content = line.TrimStart("\uFEFF \t-");
            if (content.IsEmpty || content[0] == '#' || line.TrimEnd().SequenceEqual("..."))
            {
                continue;
            }

            if ((first && !IsStart(line)) || ++lines > LinesLookedAt)
            {
                break;
            }

            first = false;
            if (Key(content) is { IsEmpty: false } key)
            {
                keyed++;
                var column = ColumnNames.Find(key)?.Column;
                titles += column is Column.Title or Column.Name && content.Length < line.TrimStart('\uFEFF').Length ? 1 : 0;
                keys.Add(column ?? Column.Url);
            }
            else if (line.TrimStart() is ['-', ' ', ..] || line[0] is ' ' or '\t')
            {
                lines--; // an item or the rest of a long text says neither
            }
        }

        return titles == 0 || keyed < 3 || keyed * 10 < lines * 8 ? null : Judge(keys);
    }

    public static bool IsCitationFile(string text) =>
        text.StartsWith(CitationFile, StringComparison.Ordinal)
            || text.AsSpan(0, Math.Min(text.Length, 4000)).Contains("\n" + CitationFile, StringComparison.Ordinal);

    private static YamlHead? Judge(HashSet<Column> keys) =>
        keys.Contains(Column.Title)
            || (keys.Contains(Column.Authors)
                && (keys.Contains(Column.Venue) || keys.Contains(Column.Year) || keys.Contains(Column.Doi) || keys.Contains(Column.Arxiv)))
            ? new(0.92, keys.Overlaps([Column.Authors, Column.Doi, Column.Arxiv, Column.Abstract, Column.Venue]))
            : null;

    /// <summary>A key, an item or the line in front of a document; not the mark of another format.</summary>
    private static bool IsStart(ReadOnlySpan<char> line)
    {
        var start = line.TrimStart("\uFEFF ");
        return start.StartsWith("---") || start.StartsWith("- ") || start is "-" || start is "%YAML" || Key(start) is { IsEmpty: false };
    }

    /// <summary>The word in front of a colon, without quotes.</summary>
    private static ReadOnlySpan<char> Key(ReadOnlySpan<char> content)
    {
        var colon = content.IndexOf(':');
        if (colon is < 1 or > 40 || (colon + 1 < content.Length && content[colon + 1] is not (' ' or '\t' or '\r')))
        {
            return default;
        }

        var key = content[..colon].Trim(" \"'");
        return !key.IsEmpty && (char.IsLetter(key[0]) || char.IsDigit(key[0]) || key[0] == '_') && key.IndexOfAny(NoKey) < 0
            ? key
            : default;
    }
}
