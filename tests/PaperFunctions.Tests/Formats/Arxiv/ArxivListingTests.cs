using PaperFunctions.Formats.Arxiv;

namespace PaperFunctions.Tests.Formats.Arxiv;

public sealed class ArxivListingTests
{
    [Fact]
    public async Task Blocks_give_papers_with_wrapped_lines_joined()
    {
        var read = await Read.As<ArxivListing>(Read.Bytes("arxiv-listing.txt"));
        Assert.Empty(read.Problems);
        Assert.Equal(["2603.11223", "2603.10001", "2603.04417", "hep-th/9901234"], read.Papers.Select(p => p.ArxivId));
        var kettles = read.Entries[0].Paper;
        Assert.Equal("A Gentle Bound for Stubborn Kettles: What Watching Does to the Time Until a Kettle Boils", kettles.Title);
        Assert.Equal(["Ovid Tern", "Ida Pérez-Sol", "Wren Holloway"], kettles.Authors);
        Assert.Equal(["cs.LG", "stat.ML"], kettles.Categories);
        Assert.Equal("10.55555/kettle.2026.1", kettles.Doi);
        Assert.Equal("https://github.com/kettle-lab/watched-kettles", kettles.CodeUrl);
        Assert.EndsWith("A second paragraph says the same.", kettles.Abstract, StringComparison.Ordinal);
        Assert.Contains("T ≥ 3", kettles.Abstract, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 19), read.Date);
        Assert.Equal(13, read.Entries[0].Line);
    }

    [Fact]
    public async Task A_revised_version_has_no_date_and_may_lack_an_abstract()
    {
        var read = await Read.As<ArxivListing>(Read.Bytes("arxiv-listing.txt"));
        Assert.Equal([new DateOnly(2026, 3, 19), new DateOnly(2026, 3, 16), null, null], read.Papers.Select(p => p.Published));
        Assert.Equal(["", "We pour."], read.Papers.Skip(2).Select(p => p.Abstract));
        Assert.Equal("Journal of Invented Optics 7 (2026) 1-14", read.Entries[2].Paper.Venue);
    }

    [Fact]
    public async Task A_listing_cut_off_says_so()
    {
        var text = System.Text.Encoding.UTF8.GetString(Read.Bytes("arxiv-listing.txt"));
        var read = await Read.As<ArxivListing>(text[..text.IndexOf("A second paragraph", StringComparison.Ordinal)]);
        Assert.Single(read.Entries);
        Assert.Contains("cut off", Assert.Single(read.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_whose_end_is_missing_costs_no_other()
    {
        var text = System.Text.Encoding.UTF8.GetString(Read.Bytes("arxiv-listing.txt"))
            .Replace("\\\\ ( https://arxiv.org/abs/2603.11223 ,  12kb)\n", "", StringComparison.Ordinal);
        Assert.Equal(4, (await Read.As<ArxivListing>(text)).Entries.Count);
    }

    [Fact]
    public void A_mail_around_it_comes_first()
    {
        var text = System.Text.Encoding.UTF8.GetString(Read.Bytes("arxiv-listing.txt"));
        Assert.Equal(0.98, Read.Confidence<ArxivListing>(text));
        Assert.Equal(0.4, Read.Confidence<ArxivListing>("From: a@b.example\nTo: c@d.example\nSubject: x\n\n" + text));
        Assert.Equal(0, Read.Confidence<ArxivListing>("A text about arXiv:2603.11223\n\\\\\n"));
    }
}
