using PaperFunctions.Formats.Feeds;
using PaperFunctions.Formats.Shared.Xml;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>arXiv's RSS: rss.arxiv.org with announce types, and the RDF of before 2024 with the id in the title.</summary>
public sealed class ArxivRss : IDigestFormat
{
    public string Name => "arxiv-rss";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) =>
        XmlHead.Root(head.Text) is "rss" or "rdf" && ArxivDetector.IsArxivFeed(head.Text) ? 0.98 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        FeedReading.ReadAsync(content, ArxivItem.Describe, cancellationToken);
}
