using PaperFunctions.Formats.Json;
using PaperFunctions.Formats.Shared.Columns;

namespace PaperFunctions.Formats.Yaml;

/// <summary>A map that describes a paper, and where it stands.</summary>
internal sealed record YamlRecord(YamlMap Map, string? Key, string? Group);

/// <summary>Finds the maps that are records: those with a title, or with a name and authors, which no other record is around.</summary>
internal sealed class YamlRecords
{
    private readonly HashSet<YamlNode> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<YamlRecord> _found = [];

    public static IReadOnlyList<YamlRecord> Of(IEnumerable<YamlNode> roots)
    {
        var records = new YamlRecords();
        foreach (var root in roots)
        {
            records.Look(root, null, null);
        }

        return records._found;
    }

    private void Look(YamlNode node, string? key, string? group)
    {
        if (!_seen.Add(node))
        {
            return;
        }

        switch (node)
        {
            case YamlList list:
                list.Items.ForEach(item => Look(item, null, key ?? group));
                break;
            case YamlMap map when Envelope(map) is { } results:
                Look(results, null, null);
                break;
            case YamlMap map when IsRecord(map):
                _found.Add(new(map, key, group));
                break;
            case YamlMap map:
                LookWithin(map, key, group);
                break;
        }
    }

    /// <summary>A map without a title: what is within; where that is nothing although it says two things
    /// of a paper, it is a record that lacks its title.</summary>
    private void LookWithin(YamlMap map, string? key, string? group)
    {
        var before = _found.Count;
        foreach (var (name, value) in map.Items)
        {
            if (value is not YamlScalar)
            {
                Look(value, name, group ?? key);
            }
        }

        if (_found.Count == before && map.Items.Count(item => item.Value is YamlScalar && ColumnNames.Find(item.Key) is not null) > 1)
        {
            _found.Add(new(map, key, group));
        }
    }

    /// <summary>The list that a map with a title of its own keeps its papers in.</summary>
    private static YamlNode? Envelope(YamlMap map) =>
        map.Items.Find(item => JsonEnvelope.IsResults(item.Key) && item.Value is YamlList list
            && list.Items.Exists(one => one is YamlMap inner && IsRecord(inner))).Value;

    private static bool IsRecord(YamlMap map)
    {
        var columns = map.Items.Where(item => item.Value is YamlScalar { Text.Length: > 0 } or YamlList)
            .Select(item => ColumnNames.Find(item.Key)?.Column).ToHashSet();
        return columns.Contains(Column.Title) || (columns.Contains(Column.Name) && columns.Contains(Column.Authors));
    }
}
