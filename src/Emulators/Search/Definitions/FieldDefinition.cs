using System.Text.Json.Nodes;

namespace PaperFunctions.Emulators.Search.Definitions;

/// <summary>One field of an index, with the service's defaults filled in.</summary>
internal sealed record FieldDefinition
{
    private const string CollectionPrefix = "Collection(";

    public required string Name { get; init; }

    /// <summary>Such as <c>Edm.String</c> or <c>Collection(Edm.String)</c>.</summary>
    public required string Type { get; init; }

    public bool Key { get; init; }

    public bool Searchable { get; init; }

    public bool Filterable { get; init; }

    public bool Sortable { get; init; }

    public bool Facetable { get; init; }

    public string? Analyzer { get; init; }

    public bool IsCollection => Type.StartsWith(CollectionPrefix, StringComparison.Ordinal);

    /// <summary>The type of one value: the field's own, or that of a collection's items.</summary>
    public string ItemType => IsCollection ? Type[CollectionPrefix.Length..^1] : Type;

    /// <summary>True where SQL needs the value in a column beside the document.</summary>
    public bool HasColumn => Key || Filterable || Sortable || Facetable || Searchable;

    /// <summary>Its column in the table of documents. Field names are letters, digits and _.</summary>
    public string Column => "f_" + Name;

    public static FieldDefinition Parse(JsonObject json)
    {
        var type = json["type"]?.GetValue<string>() ?? "";
        var key = Flag(json, "key", false);
        return new FieldDefinition
        {
            Name = json["name"]?.GetValue<string>() ?? "",
            Type = type,
            Key = key,
            Searchable = Flag(json, "searchable", type is "Edm.String" or "Collection(Edm.String)"),
            Filterable = Flag(json, "filterable", true),
            Sortable = Flag(json, "sortable", !type.StartsWith(CollectionPrefix, StringComparison.Ordinal)),
            Facetable = Flag(json, "facetable", !key),
            Analyzer = json["analyzer"]?.GetValue<string>(),
        };
    }

    private static bool Flag(JsonObject json, string name, bool otherwise) => json[name]?.GetValue<bool>() ?? otherwise;
}
