namespace PaperFunctions.Tests.Infra;

/// <summary>
/// Every property that the templates set is on a list whose entries were compared with the published types of that API version
/// (names, places, literals, what is required and what is read-only). A misspelt or misplaced property, which Azure may silently
/// ignore, is not on it; nor is a new one, until somebody has looked it up and added it.
/// </summary>
public class ResourcePropertyTests
{
    [Fact]
    public void Every_property_was_looked_up()
    {
        var known = Tools.List("resource-properties.txt");
        string[] used = [.. BicepFile.All.SelectMany(file => Used(file.Tree, null)).Distinct().Order(StringComparer.Ordinal)];
        Assert.True(used.Length > 150);
        Assert.Equal("", string.Join("\n", used.Except(known)));
        Assert.Equal("", string.Join("\n", known.Except(used)));
    }

    private static IEnumerable<string> Used(SyntaxNode node, string? parent)
    {
        if (node.Type != "resource_declaration")
        {
            return node.Parts.SelectMany(part => Used(part, parent));
        }
        var type = node.Parts[1].Literal()!;
        if (!type.Contains('@'))
        {
            type = $"{parent!.Split('@')[0]}/{type}@{parent.Split('@')[1]}";
        }
        var existing = node.Text!.Split('\n')[0].Contains(" existing ");
        var own = existing ? [] : Paths(node.Body()!).Where(path => path is not ("scope" or "parent" or "dependsOn")).Select(path => $"{type} {path}");
        return own.Concat(node.Parts.SelectMany(part => Used(part, type)));
    }

    private static IEnumerable<string> Paths(SyntaxNode value) => value.Type switch
    {
        "object" => from property in value.Properties()
                    from path in Paths(property.Value).DefaultIfEmpty("")
                    // A key that is computed is data, as are tags.
                    let name = property.Name ?? "*"
                    select path.Length == 0 ? name : path.StartsWith('[') ? name + path : $"{name}.{path}",
        "array" => value.Parts.SelectMany(part => Paths(part.Type == "for_statement" ? part.Body()! : part)).Select(path => $"[].{path}"),
        _ => [],
    };
}
