using System.Text.RegularExpressions;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>The service's rules for a definition on its own.</summary>
internal static partial class IndexRules
{
    private static readonly HashSet<string> ItemTypes =
        ["Edm.String", "Edm.Int32", "Edm.Int64", "Edm.Double", "Edm.Boolean", "Edm.DateTimeOffset"];

    public static void Check(IndexDefinition index)
    {
        Require(IndexName().IsMatch(index.Name) && index.Name.Length is >= 2 and <= 128,
            $"Invalid index name: '{index.Name}'. Index name must only contain lowercase letters, digits or dashes, cannot start or end with dashes and is limited to 128 characters.");
        Require(index.Fields.Count > 0, "The index definition must contain one or more valid fields.");
        foreach (var field in index.Fields)
        {
            CheckField(index, field);
        }

        var twice = index.Fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, $"The field name '{twice?.Key}' is used more than once.");
        var keys = index.Fields.Where(field => field.Key).ToList();
        Require(keys.Count == 1, $"Found {keys.Count} key fields in index '{index.Name}'. Each index must have exactly one key field.");
        Require(keys[0].Type == "Edm.String", $"The key field '{keys[0].Name}' must be of type Edm.String.");
        CheckSuggester(index);
        CheckScoring(index);
        CheckSemantic(index);
    }

    private static void CheckField(IndexDefinition index, FieldDefinition field)
    {
        Require(FieldName().IsMatch(field.Name) && field.Name.Length <= 128 && !field.Name.StartsWith("azureSearch", StringComparison.Ordinal),
            $"Invalid field name: '{field.Name}'. Field names must begin with a letter and can contain only letters, digits, or underscore ('_').");
        Require(ItemTypes.Contains(field.ItemType),
            $"The type '{field.Type}' of field '{field.Name}' is not one of those that the local service serves: {string.Join(", ", ItemTypes)} and collections of them.");
        Require(!field.Searchable || field.ItemType == "Edm.String", $"The field '{field.Name}' cannot be searchable: only fields of type Edm.String or Collection(Edm.String) can.");
        Require(!field.Sortable || !field.IsCollection, $"The field '{field.Name}' cannot be sortable: fields of a collection type can't.");
        Require(field.Searchable || (field.Analyzer ?? field.IndexAnalyzer ?? field.SearchAnalyzer) is null, $"The field '{field.Name}' has an analyzer but is not searchable.");
        Require(field.Analyzer is null || (field.IndexAnalyzer ?? field.SearchAnalyzer) is null, $"The field '{field.Name}' has 'analyzer', which cannot be set together with 'indexAnalyzer' or 'searchAnalyzer'.");
        foreach (var name in new[] { field.Analyzer, field.IndexAnalyzer, field.SearchAnalyzer })
        {
            Require(name is null || Analyzers.IsKnown(name, index), $"The analyzer '{name}' of field '{field.Name}' is not known.");
        }
    }

    private static void CheckSuggester(IndexDefinition index)
    {
        if (index.Suggester is not { } suggester)
        {
            return;
        }

        Require(suggester.Name.Length > 0 && suggester.SourceFields.Count > 0, "A suggester needs a name and at least one source field.");
        foreach (var name in suggester.SourceFields)
        {
            var field = index.Find(name);
            Require(field is { Searchable: true }, $"The suggester '{suggester.Name}' names the field '{name}', which is not a searchable field of the index.");
        }
    }

    private static void CheckScoring(IndexDefinition index)
    {
        Require(index.DefaultScoringProfile is null || index.ScoringProfiles.ContainsKey(index.DefaultScoringProfile), $"The default scoring profile '{index.DefaultScoringProfile}' is not defined.");
        foreach (var profile in index.ScoringProfiles.Values)
        {
            foreach (var (name, weight) in profile.Weights)
            {
                Require(index.Find(name) is { Searchable: true } && weight > 0, $"The weight of '{name}' in scoring profile '{profile.Name}' must be positive and name a searchable field.");
            }

            foreach (var function in profile.Functions)
            {
                CheckFunction(index, profile, function);
            }
        }
    }

    private static void CheckFunction(IndexDefinition index, ScoringProfile profile, ScoringFunction function)
    {
        var where = $"in scoring profile '{profile.Name}'";
        var field = index.Find(function.FieldName);
        Require(field is { Filterable: true }, $"The function on '{function.FieldName}' {where} must name a filterable field.");
        Require(function.Boost > 0 && function.Boost != 1, $"The boost of '{function.FieldName}' {where} must be positive and not 1.");
        var fits = function.Type switch
        {
            "freshness" => field!.Type == "Edm.DateTimeOffset" && function.BoostingDuration != TimeSpan.Zero,
            "magnitude" => field!.Type is "Edm.Int32" or "Edm.Int64" or "Edm.Double",
            "tag" => field!.ItemType == "Edm.String",
            _ => false,
        };
        Require(fits, $"The function '{function.Type}' {where} does not fit the field '{function.FieldName}'.");
    }

    private static void CheckSemantic(IndexDefinition index)
    {
        var configurations = index.Json["semantic"]?["configurations"]?.AsArray() ?? [];
        foreach (var configuration in configurations)
        {
            var fields = configuration?["prioritizedFields"];
            var named = new[] { fields?["titleField"] }
                .Concat(fields?["prioritizedContentFields"]?.AsArray() ?? [])
                .Concat(fields?["prioritizedKeywordsFields"]?.AsArray() ?? [])
                .Select(field => field?["fieldName"]?.GetValue<string>()).OfType<string>();
            foreach (var name in named)
            {
                Require(index.Find(name) is { Searchable: true }, $"The semantic configuration names the field '{name}', which is not a searchable field of the index.");
            }
        }
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
