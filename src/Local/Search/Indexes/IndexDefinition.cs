using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>A suggester: which fields complete what is typed.</summary>
internal sealed record Suggester(string Name, IReadOnlyList<string> SourceFields);

/// <summary>An index as its owner defined it.</summary>
internal sealed record IndexDefinition
{
    public required string Name { get; init; }

    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    public Suggester? Suggester { get; init; }

    public IReadOnlyDictionary<string, ScoringProfile> ScoringProfiles { get; init; } = new Dictionary<string, ScoringProfile>();

    public string? DefaultScoringProfile { get; init; }

    /// <summary>The whole definition as it is given back, defaults filled in.</summary>
    public required JsonObject Json { get; init; }

    public FieldDefinition KeyField => Fields.Single(candidate => candidate.Key);

    public IEnumerable<FieldDefinition> Searchable => Fields.Where(candidate => candidate.Searchable);

    public FieldDefinition? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>Reads and checks a definition.</summary>
    /// <exception cref="SearchRequestException">It breaks a rule of the service.</exception>
    public static IndexDefinition Parse(JsonObject json)
    {
        try
        {
            var definition = Read(json);
            IndexRules.Check(definition);
            return definition;
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or InvalidCastException)
        {
            throw SearchRequestException.Invalid("index", $"A value has the wrong type: {error.Message}");
        }
    }

    private static IndexDefinition Read(JsonObject json)
    {
        var fields = Objects(json, "fields").Select(FieldDefinition.Parse).ToList();
        var suggesters = Objects(json, "suggesters").Select(ReadSuggester).ToList();
        if (suggesters.Count > 1)
        {
            throw SearchRequestException.Invalid("index", "Only one suggester is allowed in an index.");
        }

        return new IndexDefinition
        {
            Name = json["name"]?.GetValue<string>() ?? "",
            Fields = fields,
            Suggester = suggesters.FirstOrDefault(),
            ScoringProfiles = Objects(json, "scoringProfiles").Select(ScoringProfile.Parse).ToDictionary(profile => profile.Name),
            DefaultScoringProfile = json["defaultScoringProfile"]?.GetValue<string>(),
            Json = WithDefaults(json, fields),
        };
    }

    private static IEnumerable<JsonObject> Objects(JsonObject json, string name) =>
        json[name]?.AsArray().Select(node => node?.AsObject() ?? throw SearchRequestException.Invalid("index", $"'{name}' holds a null.")) ?? [];

    private static Suggester ReadSuggester(JsonObject json) => new(
        json["name"]?.GetValue<string>() ?? "",
        json["sourceFields"]?.AsArray().Select(node => node?.GetValue<string>() ?? "").ToList() ?? []);

    private static JsonObject WithDefaults(JsonObject json, List<FieldDefinition> fields)
    {
        var full = json.DeepClone().AsObject();
        full["fields"] = new JsonArray([.. fields.Select(field => field.ToJson())]);
        foreach (var list in new[] { "scoringProfiles", "suggesters", "analyzers", "tokenizers", "tokenFilters", "charFilters" })
        {
            full[list] ??= new JsonArray();
        }

        full["similarity"] ??= new JsonObject { ["@odata.type"] = "#Microsoft.Azure.Search.BM25Similarity", ["k1"] = null, ["b"] = null };
        return full;
    }
}
