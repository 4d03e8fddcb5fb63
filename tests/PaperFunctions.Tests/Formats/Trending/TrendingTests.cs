using System.Text;

namespace PaperFunctions.Tests.Formats.Trending;

public class TrendingTests
{
    private const string Inline = """
        Get trending papers in your email inbox once a day!
        Get trending papers in your email inbox!
        SubscribeLanterns: Sparse Attention by Candlelight
        We light one head at a time. Code: https://github.com/lantern-lab/lanterns.
        Gardens of Gradients
        Plots are pruned in spring.
        """;

    private const string Spaced = """
        new

        Get trending papers in your email inbox!

        Subscribe

        byAK and the research community

        Mar 14

        Lanterns: Sparse Attention by Candlelight

        We light one head at a time. Code: https://github.com/lantern-lab/lanterns.

        Gardens of Gradients

        Plots are pruned in spring.
        """;

    public static TheoryData<string, string> Pages => new() { { "trending-inline", Inline }, { "trending-spaced", Spaced } };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_gives_its_papers_in_order(string format, string page)
    {
        var reading = await Reading.OfAsync(page);
        Assert.Equal(format, reading.Receipt.Format);
        Assert.Equal(["Lanterns: Sparse Attention by Candlelight", "Gardens of Gradients"], reading.Titles);
        Assert.Equal([1, 2], reading.Entries.Select(e => e.Rank));
        Assert.Equal("Plots are pruned in spring.", reading.Entries[1].Paper.Abstract);
        Assert.Equal("https://github.com/lantern-lab/lanterns", reading.Entries[0].Paper.CodeUrl);
        Assert.Empty(reading.Receipt.Problems);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Line_ends_a_mark_and_last_newlines_change_nothing(string format, string page)
    {
        var plain = await Reading.OfAsync(page);
        foreach (var variant in new[] { page.Replace("\n", "\r\n"), '\uFEFF' + page, page + "\n", page + "\r\n\r\n\r\n",
            page.Replace('\n', '\r') })
        {
            var reading = await Reading.OfAsync(variant);
            Assert.Equal(format, reading.Receipt.Format);
            Assert.Equal(plain.Entries.Select(e => (e.Rank, e.Line, e.Paper.Title, e.Paper.Abstract)),
                reading.Entries.Select(e => (e.Rank, e.Line, e.Paper.Title, e.Paper.Abstract)));
            Assert.Empty(reading.Receipt.Problems);
        }
    }

    [Theory]
    [InlineData("Mar 14", "2026-03-14", "2026-03-14")]
    [InlineData("Mar 14", "2026-03-13", "2025-03-14")]
    [InlineData("Dec 31", "2026-01-01", "2025-12-31")]
    [InlineData("Feb 29", "2026-03-01", "2024-02-29")]
    [InlineData("September 3", "2026-03-01", "2025-09-03")]
    [InlineData("Mar 14, 2019", "2026-03-01", "2019-03-14")]
    public async Task A_date_without_a_year_is_the_latest_before_the_upload(string date, string uploaded, string expected)
    {
        var reading = await Reading.OfAsync(Spaced.Replace("Mar 14", date), uploaded: DateTimeOffset.Parse(uploaded + "T10:00:00Z"));
        Assert.Equal(DateOnly.Parse(expected), reading.Receipt.Date);
        Assert.Equal(2, reading.Entries.Count);
    }

    [Fact]
    public async Task A_last_title_without_an_abstract_is_kept_and_reported_at_its_line()
    {
        var reading = await Reading.OfAsync(Inline + "\nThe Lost Abstract");
        Assert.Equal("The Lost Abstract", reading.Titles.Last());
        var problem = Assert.Single(reading.Receipt.Problems);
        Assert.Equal(7, problem.Line);
        Assert.Contains("no abstract", problem.Reason);
        Assert.Equal(2, reading.Receipt.Fields["abstract"]);
    }

    [Fact]
    public async Task A_title_without_an_abstract_in_between_does_not_shift_the_rest()
    {
        var longText = string.Join(' ', Enumerable.Repeat("Much is said about little.", 30));
        var reading = await Reading.OfAsync(
            $"Get trending papers in your email inbox!\nSubscribeOne\n{longText}\nTwo has none\nThree\n{longText}\nFour\n{longText}\n");
        Assert.Equal(["One", "Two has none", "Three", "Four"], reading.Titles);
        Assert.Equal(["One", "Three", "Four"], reading.Entries.Where(e => e.Paper.Abstract.Length > 0).Select(e => e.Paper.Title));
        Assert.Equal(4, Assert.Single(reading.Receipt.Problems).Line);
    }

    [Fact]
    public async Task An_abstract_of_two_paragraphs_stays_one_abstract()
    {
        var longText = string.Join(' ', Enumerable.Repeat("Much is said about little.", 30));
        var reading =
            await Reading.OfAsync(Spaced.Replace("Plots are pruned in spring.", $"{longText}\n\n{longText}\n\nA Third\n\nShort."));
        Assert.Equal(3, reading.Entries.Count);
        Assert.Equal($"{longText} {longText}", reading.Entries[1].Paper.Abstract);
        Assert.Single(reading.Receipt.Problems);
    }

    [Fact]
    public async Task Wrapped_lines_of_a_spaced_page_are_joined()
    {
        var reading = await Reading.OfAsync(Spaced.Replace("Plots are pruned", "Plots are\npruned"));
        Assert.Equal("Plots are pruned in spring.", reading.Entries[1].Paper.Abstract);
    }

    [Theory]
    [InlineData("Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\n", 2)]
    [InlineData("new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMar 14\n", 9)]
    public async Task Promotion_alone_is_no_paper_and_says_so(string page, int line)
    {
        var reading = await Reading.OfAsync(page);
        Assert.Empty(reading.Entries);
        Assert.False(reading.Quarantined);
        Assert.Equal(line, Assert.Single(reading.Receipt.Problems).Line);
    }

    [Fact]
    public async Task Lines_in_western_bytes_are_read_and_reported_where_they_are()
    {
        var bytes = Encoding.Latin1.GetBytes(Inline.Replace("Gardens", "Jardins privés"));
        var reading = await Reading.OfAsync(bytes);
        Assert.Equal("Jardins privés of Gradients", reading.Titles.Last());
        var problem = Assert.Single(reading.Receipt.Problems);
        Assert.Equal((5, 13), (problem.Line, problem.Column));
        Assert.Equal(Array.IndexOf(bytes, (byte)0xE9), problem.Byte);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Wide_encodings_are_read_and_reported(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[][] variants = name == "utf-32"
            ? [[.. encoding.GetPreamble(), .. encoding.GetBytes(Spaced)]]
            : [[.. encoding.GetPreamble(), .. encoding.GetBytes(Spaced)], encoding.GetBytes(Spaced)];
        foreach (var bytes in variants)
        {
            var reading = await Reading.OfAsync(bytes);
            Assert.Equal(2, reading.Entries.Count);
            Assert.Contains("not UTF-8", Assert.Single(reading.Receipt.Problems).Reason);
        }
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_cut_and_reported()
    {
        var reading = await Reading.OfAsync(Inline + "\nLong\n" + new string('x', 10_000_000) + "\nAfter\nIt goes on.\n");
        Assert.Equal("After", reading.Titles.Last());
        Assert.Equal("It goes on.", reading.Entries[^1].Paper.Abstract);
        Assert.Equal([8, 8], reading.Receipt.Problems.Select(p => p.Line));
        Assert.All(reading.Entries, e => Assert.InRange(e.Paper.Abstract.Length, 1, 64 * 1024));
    }

    [Fact]
    public async Task A_long_text_above_the_first_title_is_left_out()
    {
        var reading = await Reading.OfAsync("Get trending papers in your email inbox!\nSubscribe" + new string('x', 5000)
            + "\nA Title\nIts abstract.\n");
        Assert.Equal("A Title", Assert.Single(reading.Titles));
        Assert.Equal(2, Assert.Single(reading.Receipt.Problems).Line);
    }

    [Fact]
    public async Task Zeros_inside_a_page_are_dropped_and_reported()
    {
        var reading = await Reading.OfAsync(Inline.Replace("pruned", "pr\0uned"));
        Assert.Equal("Plots are pruned in spring.", reading.Entries[1].Paper.Abstract);
        Assert.Equal(6, Assert.Single(reading.Receipt.Problems).Line);
    }
}
