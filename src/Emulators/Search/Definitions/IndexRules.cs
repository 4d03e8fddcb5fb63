using System.Text.RegularExpressions;

namespace PaperFunctions.Emulators.Search.Definitions;

/// <summary>The service's rules for a definition on its own.</summary>
internal static partial class IndexRules
{
    private static readonly HashSet<string> ItemTypes = ["Edm.String", "Edm.Int32", "Edm.Boolean", "Edm.DateTimeOffset"];

    public static void Check(IndexDefinition index)
    {
        Require(IndexName().IsMatch(index.Name) && index.Name.Length is >= 2 and <= 128,
            $"Invalid index name: '{index.Name}'. Index name must only contain lowercase letters, digits or dashes, cannot start or end "
            + "with dashes and is limited to 128 characters.");
        foreach (var field in index.Fields)
        {
            CheckField(field);
        }

        var twice = index.Fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, $"The field name '{twice?.Key}' is used more than once.");
        var keys = index.Fields.Where(field => field.Key).ToList();
        Require(keys.Count == 1, $"Found {keys.Count} key fields in index '{index.Name}'. Each index must have exactly one key field.");
        Require(keys[0].Type == "Edm.String", $"The key field '{keys[0].Name}' must be of type Edm.String.");
        foreach (var name in (index.Suggester?.SourceFields ?? []).Concat(index.Scoring?.Weights.Keys ?? []))
        {
            Require(index.Find(name) is { Searchable: true },
                $"The suggester or the scoring profile names the field '{name}', which is not a searchable field of the index.");
        }

        foreach (var function in index.Scoring?.Functions ?? [])
        {
            Require(index.Find(function.FieldName) is { Filterable: true, Type: "Edm.DateTimeOffset" } && function.Duration > TimeSpan.Zero,
                $"A freshness function must have a duration and name a filterable date field; '{function.FieldName}' is none.");
        }
    }

    private static void CheckField(FieldDefinition field)
    {
        Require(FieldName().IsMatch(field.Name) && field.Name.Length <= 128,
            $"Invalid field name: '{field.Name}'. Field names must begin with a letter and can contain only letters, digits, "
            + "or underscore ('_').");
        Require(ItemTypes.Contains(field.ItemType),
            $"The type '{field.Type}' of field '{field.Name}' is not one that this emulator has: "
            + $"{string.Join(", ", ItemTypes)} and collections of them.");
        Require(!field.Searchable || field.ItemType == "Edm.String",
            $"The field '{field.Name}' cannot be searchable: only fields of type Edm.String or Collection(Edm.String) can.");
        Require(!field.Sortable || !field.IsCollection, $"The field '{field.Name}' cannot be sortable: fields of a collection type can't.");
        Require(field.Searchable || field.Analyzer is null, $"The field '{field.Name}' has an analyzer but is not searchable.");
        Analyzers.KindOf(field);
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw SearchRequestException.Invalid("index", message);
        }
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$", RegexOptions.NonBacktracking)]
    private static partial Regex IndexName();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex FieldName();
}
