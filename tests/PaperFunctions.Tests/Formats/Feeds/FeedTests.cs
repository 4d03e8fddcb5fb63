using System.Text;
using PaperFunctions.Formats.Feeds;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Feeds;

public sealed class FeedTests
{
    [Fact]
    public async Task Descriptions_of_journals_give_authors_date_venue_and_abstract()
    {
        var read = await Read.As<Rss>(Read.Bytes("rss.xml"));
        Assert.Empty(read.Problems);
        var (mirrors, wings, shadows) = (read.Entries[0].Paper, read.Entries[1].Paper, read.Entries[2].Paper);
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], mirrors.Authors);
        Assert.Equal((new DateOnly(2026, 3, 5), "Journal of Invented Optics", ""), (mirrors.Published, mirrors.Venue, mirrors.Abstract));
        Assert.Equal("Light in Papilio inventus wings", wings.Title);
        Assert.StartsWith("BACKGROUND: Wings glow", wings.Abstract, StringComparison.Ordinal);
        Assert.EndsWith("when asked.", wings.Abstract, StringComparison.Ordinal);
        Assert.Equal(("10.55555/jio.2026.0021", "Journal of Invented Optics"), (wings.Doi, wings.Venue));
        Assert.Equal("Shadows & how to fold them", shadows.Title);
        Assert.Equal("A short note on shadows and p < 0.05.", shadows.Abstract);
        Assert.Equal(["Wren Holloway"], shadows.Authors);
        Assert.Equal(new DateOnly(2026, 3, 18), shadows.Published);
    }

    [Fact]
    public async Task Rdf_gives_creators_in_one_list_turned_round()
    {
        var read = await Read.As<Rss>(Read.Bytes("rss-rdf.xml"));
        var paper = read.Entries[0].Paper;
        Assert.Equal(["J. Amsel", "B. van der Quill", "O. Tern"], paper.Authors);
        Assert.Equal("How moss remembers footsteps", paper.Title);
        Assert.Equal("10.55555/2026.03.18.700001", paper.Doi);
        Assert.Equal(new DateOnly(2026, 3, 20), read.Date);
    }

    [Fact]
    public async Task Atom_gives_texts_of_all_three_types()
    {
        var paper = (await Read.As<Atom>(Read.Bytes("atom.xml"))).Entries[0].Paper;
        Assert.Equal(("Clouds that keep time", "Clouds tick."), (paper.Title, paper.Abstract));
        Assert.Equal(["Wren Holloway", "Ida Pérez-Sol"], paper.Authors);
        Assert.Equal("10.55555/circle.12", paper.Doi);
        Assert.Contains(new PaperLink(LinkKind.Pdf, "https://circle.example/clouds.pdf"), paper.Links);
        Assert.Equal(new DateOnly(2026, 3, 2), paper.Published);
    }

    [Fact]
    public async Task A_feed_cut_off_keeps_what_came_before()
    {
        var bytes = Read.Bytes("rss.xml");
        var read = await Read.As<Rss>(bytes[..(bytes.Length * 2 / 3)]);
        Assert.InRange(read.Entries.Count, 1, 2);
        Assert.True(Assert.Single(read.Problems).Line > 10);
    }

    [Fact]
    public async Task Laughing_entities_are_only_names()
    {
        var doctype = "<!DOCTYPE lolz [<!ENTITY lol \"lol\">"
            + string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY lol{i} \"&lol{i - 1};&lol{i - 1};&lol{i - 1};&lol{i - 1};\">"))
            + "]>";
        var read =
            await Read.As<Rss>($"<?xml version=\"1.0\"?>{doctype}<rss><channel><item><title>A &lol20; b</title></item></channel></rss>");
        Assert.Equal("A &lol20; b", Assert.Single(read.Papers).Title);
    }

    [Fact]
    public async Task Files_on_the_machine_are_never_read()
    {
        var read = await Read.As<Rss>(
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>A &x; b</title></item></channel></rss>");
        Assert.Equal("A &x; b", Assert.Single(read.Papers).Title);
    }

    [Fact]
    public async Task Deep_nesting_and_endless_elements_end_with_a_problem()
    {
        var deep = await Read.As<Rss>("<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000)));
        Assert.Contains("deep", Assert.Single(deep.Problems).Reason, StringComparison.Ordinal);
        var same = await Read.As<Rss>(string.Concat(Enumerable.Repeat("<rss>", 100_000)));
        Assert.Contains("deep", Assert.Single(same.Problems).Reason, StringComparison.Ordinal);
        var endless = await Read.As<Rss>("<rss><channel><item><title>" + new string('x', 5_000_000));
        Assert.Contains("longer than", Assert.Single(endless.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_loose_signs_and_missing_declarations_do_no_harm()
    {
        var read = await Read.As<Rss>(
            "\n \u0001 <rss><channel><item><title>A \u0002& <3 &#0; &#xD800; &#99999999999; &eacute; &amp;lt;</title><dc:creator>Juno "
            + "Amsel</dc:creator></item></channel></rss>");
        Assert.Empty(read.Problems);
        var entry = Assert.Single(read.Entries);
        Assert.StartsWith("A & <3", entry.Paper.Title, StringComparison.Ordinal);
        Assert.Contains('é', entry.Paper.Title);
        Assert.Equal(["Juno Amsel"], entry.Paper.Authors);
        Assert.Equal(2, entry.Line);
    }

    [Fact]
    public async Task The_declared_encoding_is_used()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("iso-8859-2")
            .GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><rss><channel><item><title>Zażółć</title></item></channel></rss>");
        Assert.Equal("Zażółć", Assert.Single((await Read.As<Rss>(bytes)).Papers).Title);
    }
}
