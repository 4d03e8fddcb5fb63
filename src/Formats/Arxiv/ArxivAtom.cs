using PaperFunctions.Formats.Feeds;
using PaperFunctions.Formats.Shared.Xml;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>The Atom that arXiv's API answers with (https://info.arxiv.org/help/api/user-manual.html),
/// and the Atom twin of its RSS.</summary>
public sealed class ArxivAtom : IDigestFormat
{
    public string Name => "arxiv-atom";

    public bool IsUtf8 => true;

    public double Recognise(DigestHead head) => XmlHead.Root(head.Text) == "feed" && ArxivDetector.IsArxivFeed(head.Text) ? 0.98 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        FeedReading.ReadAsync(content, ArxivItem.Describe, cancellationToken);
}
