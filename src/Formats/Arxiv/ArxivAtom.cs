using PaperFunctions.Formats.Feeds;
using PaperFunctions.Formats.Opening;
using PaperFunctions.Formats.Xml;

namespace PaperFunctions.Formats.Arxiv;

/// <summary>The Atom that arXiv's API answers with (https://info.arxiv.org/help/api/user-manual.html), and the Atom twin of its RSS.</summary>
public sealed class ArxivAtom : IUtf8Format
{
    public string Name => "arxiv-atom";

    public double Recognise(DigestHead head) => XmlHead.Root(head.Text) == "feed" && ArxivSigns.IsArxivFeed(head.Text) ? 0.98 : 0;

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellation) =>
        FeedReading.ReadAsync(content, ArxivItem.Describe, cancellation);
}
