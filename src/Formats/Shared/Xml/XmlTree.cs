using System.Text;

namespace PaperFunctions.Formats.Shared.Xml;

/// <summary>One element with what is in it: a record of an XML format, read whole.</summary>
/// <param name="Name">Local name as written.</param>
/// <param name="Space">Short name of a known namespace, see <see cref="XmlSpaces"/>.</param>
/// <param name="Line">From 1.</param>
internal sealed record XmlTree(string Name, string Space, int Line)
{
    private StringBuilder? _text;

    public List<XmlTree> Children { get; } = [];

    /// <summary>Attributes by local name.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All text within, in order.</summary>
    public string Text => _text?.ToString() ?? "";

    public void Append(string part) => (_text ??= new StringBuilder(part.Length)).Append(part);

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>Text of the first non-empty child with one of the names, tried in turn: "title", "dc:title".</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in Children)
            {
                if (child.Is(name) && child.Text is { Length: > 0 } found && !string.IsNullOrWhiteSpace(found))
                {
                    return found;
                }
            }
        }

        return null;
    }

    public IEnumerable<XmlTree> All(string name) => Children.Where(child => child.Is(name));

    public XmlTree? Child(string name) => Children.Find(child => child.Is(name));

    /// <summary>The element that a path of names leads to, the first of each.</summary>
    public XmlTree? At(params ReadOnlySpan<string> path)
    {
        var tree = this;
        foreach (var name in path)
        {
            tree = tree?.Child(name);
        }

        return tree;
    }

    private bool Is(string name)
    {
        var colon = name.IndexOf(':');
        return colon < 0
            ? Space.Length == 0 && Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            : Space.AsSpan().SequenceEqual(name.AsSpan(0, colon))
            && Name.AsSpan().Equals(name.AsSpan(colon + 1), StringComparison.OrdinalIgnoreCase);
    }
}
