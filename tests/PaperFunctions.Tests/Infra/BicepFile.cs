namespace PaperFunctions.Tests.Infra;

/// <param name="Least">Of <c>@minValue</c>, where that is a plain number.</param>
/// <param name="Most">Of <c>@maxValue</c>.</param>
internal sealed record BicepParameter(string Name, string Type, bool Required, bool Secure, string? Description, double? Least, double? Most, int Line);

internal sealed record BicepModule(string Name, string Path, bool Conditional, IReadOnlyList<string> Passed, int Line);

/// <summary>What one Bicep file declares. Built from its syntax tree; nothing is evaluated.</summary>
internal sealed class BicepFile
{
    private static readonly Lazy<IReadOnlyList<BicepFile>> Files = new(ReadAll);

    private BicepFile(string path, SyntaxNode tree)
    {
        Path = path;
        Tree = tree;
        Parameters = [.. ReadParameters(tree)];
        Modules = [.. tree.All("module_declaration").Select(ReadModule)];
        Outputs = [.. tree.All("output_declaration").Select(node => node.Parts[0].Text!)];
    }

    /// <summary>Every .bicep file of infra/.</summary>
    public static IReadOnlyList<BicepFile> All => Files.Value;

    public static BicepFile Main => Named("main.bicep");

    public string Path { get; }

    public SyntaxNode Tree { get; }

    public IReadOnlyList<BicepParameter> Parameters { get; }

    public IReadOnlyList<BicepModule> Modules { get; }

    public IReadOnlyList<string> Outputs { get; }

    /// <summary>By path below infra/, with forward slashes.</summary>
    public static BicepFile Named(string name) => All.Single(file => file.Path == name);

    public IEnumerable<SyntaxNode> Resources() => Tree.All("resource_declaration");

    /// <summary>The file that a module declaration in this one names, as a path below infra/.</summary>
    public string Resolve(BicepModule module) =>
        System.IO.Path.GetRelativePath(
            Tools.At("infra"),
            System.IO.Path.GetFullPath(module.Path, System.IO.Path.GetDirectoryName(Tools.At("infra", Path))!)).Replace('\\', '/');

    private static IReadOnlyList<BicepFile> ReadAll()
    {
        var root = Tools.At("infra");
        string[] files = [.. Directory.EnumerateFiles(root, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var trees = Tools.Read<SyntaxNode[]>("tree.js", null, ["bicep", .. files]);
        return [.. files.Zip(trees, (file, tree) => new BicepFile(System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), tree))];
    }

    // Decorators stand before the declaration that they are of.
    private static IEnumerable<BicepParameter> ReadParameters(SyntaxNode tree)
    {
        SyntaxNode? decorators = null;
        foreach (var node in tree.Parts.Where(part => part.Type != "comment"))
        {
            if (node.Type == "parameter_declaration")
            {
                var calls = decorators?.All("call_expression").ToLookup(call => call.Part("function")!.Text!) ?? Enumerable.Empty<SyntaxNode>().ToLookup(_ => "");
                yield return new BicepParameter(
                    node.Parts[0].Text!,
                    node.Parts[1].Text!,
                    node.Parts.Count == 2,
                    calls.Contains("secure"),
                    Argument(calls["description"])?.Literal(),
                    Number(Argument(calls["minValue"])),
                    Number(Argument(calls["maxValue"])),
                    node.Line);
            }
            decorators = node.Type == "decorators" ? node : null;
        }
    }

    private static SyntaxNode? Argument(IEnumerable<SyntaxNode> calls) => calls.FirstOrDefault()?.Part("arguments")!.Parts[0];

    private static double? Number(SyntaxNode? node) => double.TryParse(node?.Text, out var number) ? number : null;

    private static BicepModule ReadModule(SyntaxNode node) => new(
        node.Parts[0].Text!,
        node.Parts[1].Literal()!,
        node.Parts.Any(part => part.Type == "if_statement"),
        [.. node.Body()?.Property("params")?.Properties().Select(property => property.Name!) ?? []],
        node.Line);
}
