using PaperFunctions.Formats.Shared.Xml;

namespace PaperFunctions.Formats.Feeds;

/// <summary>Any Atom feed whose entries are papers.</summary>
public sealed class Atom : IDigestFormat
{
    public string Name => "atom";

    public bool HoldsOnlyPapers => false;

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => XmlHead.Root(head.Text) == "feed" ? 0.9 : 0;

    public bool SpeaksOfPapers(DigestHead head) => FeedDetector.In(head);

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        FeedReading.ReadAsync(content, FeedItem.Describe, cancellationToken);
}
