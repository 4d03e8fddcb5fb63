using System.Text.Json.Nodes;

namespace PaperFunctions.Emulators.Search.Definitions;

/// <summary>A suggester: which fields complete what is typed.</summary>
internal sealed record Suggester(string Name, IReadOnlyList<string> SourceFields);

/// <summary>An index as its owner defined it.</summary>
internal sealed record IndexDefinition
{
    public required string Name { get; init; }

    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    public Suggester? Suggester { get; init; }

    /// <summary>The profile that every search uses; null: none.</summary>
    public ScoringProfile? Scoring { get; init; }

    /// <summary>The definition as it was sent.</summary>
    public required JsonObject Json { get; init; }

    public FieldDefinition KeyField => Fields.Single(candidate => candidate.Key);

    public IEnumerable<FieldDefinition> Searchable => Fields.Where(candidate => candidate.Searchable);

    public FieldDefinition? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>Reads and checks a definition.</summary>
    /// <exception cref="SearchRequestException">It breaks a rule of the service, or asks for what the emulator does not have.</exception>
    public static IndexDefinition Parse(JsonObject json)
    {
        try
        {
            var definition = Read(json);
            IndexRules.Check(definition);
            return definition;
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or NullReferenceException)
        {
            throw SearchRequestException.Invalid("index", $"A value is missing or has the wrong type: {error.Message}");
        }
    }

    private static IndexDefinition Read(JsonObject json)
    {
        var suggesters = Objects(json, "suggesters").Select(ReadSuggester).ToList();
        if (suggesters.Count > 1)
        {
            throw SearchRequestException.Invalid("index", "Only one suggester is allowed in an index.");
        }

        var scoring = json["defaultScoringProfile"]?.GetValue<string>();
        return new IndexDefinition
        {
            Name = json["name"]?.GetValue<string>() ?? "",
            Fields = [.. Objects(json, "fields").Select(FieldDefinition.Parse)],
            Suggester = suggesters.FirstOrDefault(),
            Scoring = scoring is null ? null : Objects(json, "scoringProfiles")
                .Select(ScoringProfile.Parse).FirstOrDefault(p => p.Name == scoring)
                ?? throw SearchRequestException.Invalid("index", $"The default scoring profile '{scoring}' is not defined."),
            Json = json.DeepClone().AsObject(),
        };
    }

    private static IEnumerable<JsonObject> Objects(JsonObject json, string name) =>
        json[name]?.AsArray().Select(node => node!.AsObject()) ?? [];

    private static Suggester ReadSuggester(JsonObject json) =>
        new(json["name"]?.GetValue<string>() ?? "", json["sourceFields"]?.AsArray()
            .Select(node => node!.GetValue<string>()).ToList() ?? []);
}
