using System.Text.RegularExpressions;

namespace PaperFunctions.Emulators.Functions.Binding;

/// <summary>A trigger's path: a container, then a blob name with parts in braces, <c>digests/{name}.{extension}</c>.</summary>
internal sealed partial class BlobPattern
{
    private readonly Regex _name;

    private BlobPattern(string container, string name)
    {
        Container = container;
        var brace = name.IndexOf('{');
        Prefix = brace < 0 ? name : name[..brace];
        var pieces = Part().Split(name).Select((piece, i) => i % 2 == 0 ? Regex.Escape(piece) : $"(?<{piece}>.*)");
        _name = new Regex($"^{string.Concat(pieces)}$", RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }

    public string Container { get; }

    /// <summary>What every matching name begins with.</summary>
    public string Prefix { get; }

    public static IReadOnlyList<string> NamesIn(string path) => [.. Part().Matches(path).Select(match => match.Groups["name"].Value)];

    /// <summary>Null, and a reason, where the path is not one.</summary>
    public static BlobPattern? TryParse(string path, out string? problem)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var (container, name) = slash < 0 ? (path, "{name}") : (path[..slash], path[(slash + 1)..]);
        var names = NamesIn(path);
        problem = !StorageNames.IsValid(container)
            ? $"the blob path '{path}' must begin with a container name: 3 to 63 lower-case letters, digits and single hyphens"
            : name.Length == 0 || Part().Replace(name, "").AsSpan().ContainsAny('{', '}')
                ? $"the blob path '{path}' needs a name after the container, with parts such as {{name}}"
                : names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count
                    ? $"the blob path '{path}' names a part twice"
                    : null;
        return problem is null ? new BlobPattern(container, name) : null;
    }

    /// <summary>The parts of a blob's name, or null if it does not match.</summary>
    public Dictionary<string, string?>? Match(string blob)
    {
        var match = _name.Match(blob);
        return match.Success
            ? match.Groups.Values.Where(group => group.Name != "0")
                .ToDictionary(group => group.Name, group => (string?)group.Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z]\w*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
