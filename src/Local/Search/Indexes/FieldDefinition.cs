using System.Text.Json.Nodes;

namespace PaperFunctions.Local.Search.Indexes;

/// <summary>One field of an index, with the service's defaults filled in.</summary>
internal sealed record FieldDefinition
{
    public const string CollectionPrefix = "Collection(";

    public required string Name { get; init; }

    /// <summary>Such as <c>Edm.String</c> or <c>Collection(Edm.String)</c>.</summary>
    public required string Type { get; init; }

    public bool Key { get; init; }

    public bool Searchable { get; init; }

    public bool Filterable { get; init; }

    public bool Sortable { get; init; }

    public bool Facetable { get; init; }

    public bool Retrievable { get; init; }

    public string? Analyzer { get; init; }

    public string? IndexAnalyzer { get; init; }

    public string? SearchAnalyzer { get; init; }

    public bool IsCollection => Type.StartsWith(CollectionPrefix, StringComparison.Ordinal);

    /// <summary>The type of one value: of the field, or of an item of a collection.</summary>
    public string ItemType => IsCollection ? Type[CollectionPrefix.Length..^1] : Type;

    /// <summary>True where SQL needs the value beside the document.</summary>
    public bool HasColumn => Key || Filterable || Sortable || Facetable || Searchable;

    /// <summary>Its column in the table of documents. Field names are letters, digits and _.</summary>
    public string Column => "f_" + Name;

    public static FieldDefinition Parse(JsonObject json)
    {
        var type = json["type"]?.GetValue<string>() ?? "";
        var key = Flag(json, "key", false);
        var text = type is "Edm.String" or "Collection(Edm.String)";
        return new FieldDefinition
        {
            Name = json["name"]?.GetValue<string>() ?? "",
            Type = type,
            Key = key,
            Searchable = Flag(json, "searchable", text),
            Filterable = Flag(json, "filterable", true),
            Sortable = Flag(json, "sortable", !type.StartsWith(CollectionPrefix, StringComparison.Ordinal)),
            Facetable = Flag(json, "facetable", !key),
            Retrievable = Flag(json, "retrievable", true),
            Analyzer = json["analyzer"]?.GetValue<string>(),
            IndexAnalyzer = json["indexAnalyzer"]?.GetValue<string>(),
            SearchAnalyzer = json["searchAnalyzer"]?.GetValue<string>(),
        };
    }

    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["type"] = Type,
        ["searchable"] = Searchable,
        ["filterable"] = Filterable,
        ["retrievable"] = Retrievable,
        ["sortable"] = Sortable,
        ["facetable"] = Facetable,
        ["key"] = Key,
        ["indexAnalyzer"] = IndexAnalyzer,
        ["searchAnalyzer"] = SearchAnalyzer,
        ["analyzer"] = Analyzer,
        ["synonymMaps"] = new JsonArray(),
    };

    private static bool Flag(JsonObject json, string name, bool otherwise) => json[name]?.GetValue<bool>() ?? otherwise;
}
