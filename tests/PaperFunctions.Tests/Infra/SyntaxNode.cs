using System.Text.Json.Serialization;

namespace PaperFunctions.Tests.Infra;

/// <summary>A node of a syntax tree as readers/tree.js writes it.</summary>
internal sealed record SyntaxNode(
    [property: JsonPropertyName("t")] string Type,
    [property: JsonPropertyName("l")] int Line,
    [property: JsonPropertyName("f")] string? Field,
    [property: JsonPropertyName("s")] string? Text,
    [property: JsonPropertyName("c")] IReadOnlyList<SyntaxNode>? Children)
{
    [JsonIgnore]
    public IReadOnlyList<SyntaxNode> Parts => Children ?? [];

    public override string ToString() => $"{Type} in line {Line}";

    /// <summary>This node and all below it, from top to bottom of the file.</summary>
    public IEnumerable<SyntaxNode> All() => Parts.SelectMany(part => part.All()).Prepend(this);

    public IEnumerable<SyntaxNode> All(string type) => All().Where(node => node.Type == type);

    public SyntaxNode? Part(string field) => Parts.FirstOrDefault(part => part.Field == field);

    /// <summary>The text of a string without interpolation, or null.</summary>
    public string? Literal() => Type switch
    {
        "string" when Parts.All(part => part.Type is "string_content" or "escape_sequence") => Unescape(string.Concat(Parts.Select(part => part.Text))),
        _ => null,
    };

    /// <summary>The value of a property of this object, or null.</summary>
    public SyntaxNode? Property(string name) => Properties().FirstOrDefault(property => property.Name == name).Value;

    public IEnumerable<(string? Name, SyntaxNode Value)> Properties() =>
        from property in Parts
        where property.Type == "object_property" && property.Parts.Count == 2
        select (property.Parts[0].Literal() ?? (property.Parts[0].Type == "identifier" ? property.Parts[0].Text : null), property.Parts[1]);

    /// <summary>The object or array that a declaration, a condition or a loop is about.</summary>
    public SyntaxNode? Body() => Type switch
    {
        "object" => this,
        "array" => Parts is [{ Type: "for_statement" } loop] ? loop.Body() : this,
        _ => Parts.LastOrDefault(part => part.Type is "object" or "if_statement" or "for_statement" or "array")?.Body(),
    };

    private static string Unescape(string text) => text.Replace("\\'", "'").Replace("\\\\", "\\").Replace("\\$", "$");
}
