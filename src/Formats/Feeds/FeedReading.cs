using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Shared.Fields;
using PaperFunctions.Formats.Shared.Xml;

namespace PaperFunctions.Formats.Feeds;

/// <summary>Reads the items of a feed, of whichever kind.</summary>
internal static class FeedReading
{
    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase) { "rss", "feed", "RDF", "channel" };

    /// <param name="content">The feed.</param>
    /// <param name="describe">Makes a paper of an item; false for elements that are none.</param>
    /// <param name="cancellationToken">Stops between two items.</param>
    public static IAsyncEnumerable<DigestItem> ReadAsync(
        Stream content, Func<XmlTree, PaperDraft, bool> describe, CancellationToken cancellationToken) =>
        Entries.From(DatedAsync(XmlRecords.ReadAsync(content, Containers, cancellationToken), cancellationToken), describe,
            cancellationToken);

    private static async IAsyncEnumerable<Parsed<XmlTree>> DatedAsync(
        IAsyncEnumerable<Parsed<XmlTree>> elements, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var dated = false;
        await foreach (var element in elements.WithCancellation(cancellationToken))
        {
            if (!dated && element.Record is { } tree && FeedItem.DateOfFeed(tree) is { } date)
            {
                dated = true;
                yield return date;
            }

            yield return element;
        }
    }
}
