using System.Xml;
using System.Xml.Linq;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Pages.Web;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private const string Self = "https://papers.example/feed.xml?q=attention%20%26%20memory";

    private static FeedView Feed(Func<string, string> say) => new(
        say("New papers"), Self, Self, "https://papers.example/search?q=attention%20%26%20memory",
        [.. new[] { new SamplePapers(say).Full, new SamplePapers(say).Bare }.Select(Entry)], SamplePapers.Morning);

    private static FeedEntryView Entry(StoredPaper paper) =>
        new(paper, paper.FirstSeen, "https://papers.example" + Addresses.Paper(paper.Id), PaperLinks.ReadOrFind(paper.Paper).Url);

    [Fact]
    public void The_feed_is_as_approved() => Approval.Check("feed.xml", FeedWriter.Write(Feed(t => t)));

    [Fact]
    public void Every_entry_has_what_Atom_asks_for()
    {
        var feed = XDocument.Parse(FeedWriter.Write(Feed(t => t))).Root!;
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.All(["id", "title", "updated"], name => Assert.False(string.IsNullOrWhiteSpace(element.Element(Atom + name)!.Value)));
            Assert.True(DateTimeOffset.TryParse(element.Element(Atom + "updated")!.Value, out _));
        }

        Assert.All(feed.Elements(Atom + "entry"), e => Assert.NotEmpty(e.Elements(Atom + "author")));
        Assert.Equal(2, feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Fact]
    public void An_empty_feed_is_a_feed()
    {
        var feed = XDocument.Parse(FeedWriter.Write(Feed(t => t) with { Entries = [] })).Root!;
        Assert.Equal("2031-05-14T06:30:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(Self, feed.Element(Atom + "id")!.Value);
    }

    [Fact]
    public void Why_a_paper_is_there_stands_before_its_abstract()
    {
        var feed = Feed(t => t);
        var written = XDocument.Parse(FeedWriter.Write(feed with
        {
            Entries = [feed.Entries[0] with { Why = ["your topic 'memory'",
            "an author you follow"] }]
        })).Root!;
        Assert.StartsWith("Why: your topic 'memory'; an author you follow. Long inputs",
            written.Element(Atom + "entry")!.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    // Not as InlineData: attributes are stored as UTF-8, which has no half characters.
    private static readonly string[] Hostile = ["<script>]]>&\"", "\0\u0001\u000b\ud800\ufffe\uffff", "\u202e\u2066x", ""];

    [Fact]
    public void Any_text_makes_well_formed_XML() => Assert.All(Hostile, hostile =>
    {
        var text = FeedWriter.Write(Feed(_ => hostile));
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        Assert.Equal(2, XDocument.Load(reader).Descendants(Atom + "entry").Count());
        Assert.DoesNotContain('\u202e', text);
    });
}
