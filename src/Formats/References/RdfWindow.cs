using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Xml;

namespace PaperFunctions.Formats.References;

/// <summary>An item of an RDF file with what it appeared in.</summary>
/// <param name="ContainerIsOwn">No other item appeared in it, so that what it says of ids is said of this item.</param>
internal sealed record RdfItem(XmlTree Tree, XmlTree? Container, bool ContainerIsOwn);

/// <summary>Reads RDF with a window of some records, because an item points to its journal, which stands
/// near it and mostly behind.</summary>
internal static class RdfWindow
{
    private const int Size = 500;

    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase) { "RDF" };

    public static async IAsyncEnumerable<Parsed<RdfItem>> ReadAsync(Stream content,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new List<Parsed<XmlTree>>(Size);
        await foreach (var parsed in XmlRecords.ReadAsync(content, Containers, cancellationToken))
        {
            window.Add(parsed);
            if (window.Count == Size)
            {
                foreach (var item in Resolve(window, Size / 2))
                {
                    yield return item;
                }

                window.RemoveRange(0, Size / 2);
            }
        }

        foreach (var item in Resolve(window, window.Count))
        {
            yield return item;
        }
    }

    private static IEnumerable<Parsed<RdfItem>> Resolve(List<Parsed<XmlTree>> window, int count)
    {
        var named = window.Where(parsed => parsed.Record?.Attribute("about") is not null)
            .GroupBy(parsed => parsed.Record!.Attribute("about")!)
            .ToDictionary(same => same.Key, same => same.First().Record!);
        var pointed = window.Select(parsed => Target(parsed.Record)).OfType<string>().CountBy(target => target).ToDictionary();
        return window.Take(count)
            .Select(parsed => new Parsed<RdfItem>(parsed.Record is null
                ? null
                : Item(parsed.Record, named, pointed), parsed.Line, parsed.Problem, parsed.Date));
    }

    private static RdfItem Item(XmlTree tree, Dictionary<string, XmlTree> named, Dictionary<string, int> pointed)
    {
        var target = Target(tree);
        var inner = tree.Child("dcterms:isPartOf")?.Children.FirstOrDefault();
        var container = inner ?? (target is null ? null : named.GetValueOrDefault(target));
        return new(tree, container, container is not null && (inner is not null || pointed[target!] == 1));
    }

    private static string? Target(XmlTree? tree) => tree?.Child("dcterms:isPartOf")?.Attribute("resource");
}
