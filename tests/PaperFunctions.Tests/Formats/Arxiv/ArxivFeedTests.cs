using System.Text;
using PaperFunctions.Formats.Arxiv;
using PaperFunctions.Formats.Feeds;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Arxiv;

public sealed class ArxivFeedTests
{
    [Fact]
    public async Task The_api_gives_ids_without_versions_and_the_day_of_the_first()
    {
        var read = await Read.As<ArxivAtom>(Read.Bytes("arxiv-atom.xml"));
        Assert.Equal(["2603.04417", "hep-th/9901234"], read.Papers.Select(p => p.ArxivId));
        var paper = read.Entries[0].Paper;
        Assert.Equal("Paper Lanterns: Sparse Routing of Light through Folded Networks", paper.Title);
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], paper.Authors);
        Assert.Equal(new DateOnly(2026, 3, 12), paper.Published);
        Assert.Equal("10.55555/jio.2026.0007", paper.Doi);
        Assert.Equal("Journal of Invented Optics 7 (2026) 1-14", paper.Venue);
        Assert.Equal(["cs.LG", "physics.optics"], paper.Categories);
        Assert.Contains(paper.Links, link => link.Kind == LinkKind.Pdf);
        Assert.Contains(paper.Links, link => link.Url == "https://paper-lanterns.github.io");
        Assert.Equal(new DateOnly(2026, 3, 20), read.Date);
        Assert.Equal(10, read.Entries[0].Line);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public async Task Announcements_lose_their_heading_and_only_new_ones_are_dated()
    {
        var read = await Read.As<ArxivRss>(Read.Bytes("arxiv-rss.xml"));
        Assert.Equal([null, new DateOnly(2026, 3, 20), null], read.Papers.Select(p => p.Published));
        Assert.Equal(["2603.04417", "2603.11223", "2603.10001"], read.Papers.Select(p => p.ArxivId));
        Assert.StartsWith("Folded networks", read.Entries[0].Paper.Abstract, StringComparison.Ordinal);
        Assert.Equal("10.55555/jio.2026.0007", read.Entries[0].Paper.Doi);
        Assert.Equal("Ovid Tern", read.Entries[1].Paper.Authors[0]);
        Assert.Equal(2, read.Entries[1].Paper.Authors.Count);
        Assert.EndsWith("never boils.", read.Entries[1].Paper.Abstract, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 20), read.Date);
    }

    [Fact]
    public async Task The_feed_of_old_has_the_id_in_the_title()
    {
        var paper = await Read.OneAs<ArxivRss>("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="http://export.arxiv.org/rss/cs.LG"><title>cs.LG updates on arXiv.org</title><dc:date>2023-01-05T20:30:00-05:00</dc:date></channel>
            <item rdf:about="http://arxiv.org/abs/2301.01234">
            <title>Old Lanterns. (arXiv:2301.01234v2 [cs.LG] UPDATED)</title>
            <link>http://arxiv.org/abs/2301.01234</link>
            <description rdf:parseType="Literal">&lt;p&gt;They glow.&lt;/p&gt; </description>
            <dc:creator> &lt;a href="http://arxiv.org/find/cs/1/au:+Amsel_J/0/1/0/all/0/1"&gt;Juno Amsel&lt;/a&gt;, &lt;a href="http://x"&gt;Ovid Tern&lt;/a&gt;</dc:creator>
            </item></rdf:RDF>
            """);
        Assert.Equal(("Old Lanterns", "They glow.", "2301.01234"), (paper.Title, paper.Abstract, paper.ArxivId));
        Assert.Equal(["Juno Amsel", "Ovid Tern"], paper.Authors);
        Assert.Equal(["cs.LG"], paper.Categories);
    }

    [Theory]
    [InlineData("arxiv-atom.xml", "arxiv-atom")]
    [InlineData("arxiv-rss.xml", "arxiv-rss")]
    [InlineData("rss.xml", "rss")]
    [InlineData("rss-rdf.xml", "rss")]
    [InlineData("atom.xml", "atom")]
    public void Feeds_are_told_apart_by_what_is_in_them(string sample, string format)
    {
        var head = Read.Head(Encoding.UTF8.GetString(Read.Bytes(sample)));
        Assert.Equal(format,
            new PaperFunctions.Formats.IDigestFormat[] { new Atom(), new Rss(), new ArxivRss(),
                new ArxivAtom() }.MaxBy(f => f.Recognise(head))!.Name);
    }
}
