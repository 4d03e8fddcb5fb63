using PaperFunctions.Formats.Shared.Xml;

namespace PaperFunctions.Formats.Feeds;

/// <summary>Any RSS feed whose items are papers: 2.0 and its forerunners, and 1.0, which is RDF.</summary>
public sealed class Rss : IDigestFormat
{
    public string Name => "rss";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => XmlHead.Root(head.Text) switch
    {
        "rss" => 0.9,
        "rdf" when head.Text.Contains("/rss/", StringComparison.Ordinal)
            || head.Text.Contains("my.netscape.com/rdf", StringComparison.Ordinal) => 0.9,
        _ => 0,
    };

    public bool SpeaksOfPapers(DigestHead head) => FeedDetector.In(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        FeedReading.ReadAsync(content, FeedItem.Describe, cancellationToken);
}
