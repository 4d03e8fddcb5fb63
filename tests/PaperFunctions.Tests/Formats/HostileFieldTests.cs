using System.Diagnostics;
using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Tests.Formats;

/// <summary>Fields that once took seconds to hours. Each is now read within two seconds.</summary>
public sealed class HostileFieldTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    [Fact]
    public void A_field_of_nothing_but_marks_of_a_doi_holds_none() =>
        InTime(() => Assert.Null(Dois.Parse(Repeat("doi ", 400))));

    [Fact]
    public void Text_behind_a_doi_that_closes_a_million_brackets_is_no_part_of_one() =>
        InTime(() => Assert.Null(Dois.Find("10.1000/a" + Repeat(")", 1_000_000))));

    [Fact]
    public Task Bibtex_with_repeated_marks_of_a_doi_is_read() =>
        ReadAsync("bibtex", "@article{a, title={Sponge Reefs of the North}, doi={" + Repeat("doi ", 50) + "}}");

    [Fact]
    public Task One_author_of_80_KB_is_read() =>
        ReadAsync("bibtex", "@article{a, title={Sponge Reefs of the North}, author={" + Repeat("Aa", 40_000) + "}}");

    [Fact]
    public Task One_author_of_80_KB_in_PubMeds_order_is_read() =>
        ReadAsync("nbib", "PMID- 1\nTI  - Sponge Reefs of the North\nAU  - " + Repeat("Aa ", 27_000) + "1\n\n");

    [Fact]
    public Task Spaces_within_the_title_of_arXivs_feed_are_read() =>
        ReadAsync("arxiv-rss", ArxivFeed("Sponge Reefs of the North" + Spaces + "a", "Reefs."));

    [Fact]
    public Task Spaces_within_a_description_of_arXivs_feed_are_read() =>
        ReadAsync("arxiv-rss", ArxivFeed("Sponge Reefs of the North", "Reefs." + Spaces + "a"));

    private static string Spaces => Repeat(" ", 100_000);

    private static string ArxivFeed(string title, string description) => $"""
        <rss version="2.0"><channel><title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link>
        <item><title>{title}</title><link>https://arxiv.org/abs/2603.11223</link><description>{description}</description></item></channel></rss>
        """;

    private static Task ReadAsync(string format, string text) => Task.Run(async () =>
    {
        var reading = Reading.OfAsync(text, format: format);
        await reading.WaitAsync(Limit);
        Assert.Equal("Sponge Reefs of the North", Assert.Single((await reading).Titles)[..25]);
    });

    private static void InTime(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        Assert.True(watch.Elapsed < Limit, $"It took {watch.Elapsed}.");
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
