using PaperFunctions.Flow.Sources;

namespace PaperFunctions.Tests.Flow.Sources;

public sealed class SourceListTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Name_and_schedule_may_be_left_out()
    {
        var sources = SourceList.Parse("""
            arxiv=https://rss.arxiv.org/rss/cs.LG+cs.CL 17 5 * * *;
            https://papers.example.org/Feed.xml?list=a&b=c
            """);
        Assert.Equal(["arxiv", "papers-example-org-feed-xml-list-a-b-c"], sources.Select(s => s.Name));
        Assert.Equal("https://rss.arxiv.org/rss/cs.LG+cs.CL", sources[0].Address.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 5, 17, 0, TimeSpan.Zero), sources[0].Next(Noon));
        Assert.False(sources[0].IsFetchedMoreThanDaily);
    }

    [Fact]
    public void Without_a_schedule_a_source_is_fetched_every_six_hours_at_an_odd_minute_of_its_own()
    {
        var sources = SourceList.Parse(string.Join(';', Enumerable.Range(0, 20).Select(i => $"https://s{i}.example.org/")));
        Assert.All(sources, source =>
        {
            var next = source.Next(Noon);
            Assert.Equal(1, next.Minute % 2);
            Assert.Equal(next.AddHours(6), source.Next(next));
            Assert.True(source.IsFetchedMoreThanDaily);
        });
        Assert.True(sources.Select(source => source.Next(Noon).Minute).Distinct().Count() > 5);
    }

    [Theory]
    [InlineData("http://papers.example.org/feed", "no source")]
    [InlineData("papers.example.org", "no source")]
    [InlineData("file:///etc/passwd", "no source")]
    [InlineData("https://me:secret@papers.example.org/", "password")]
    [InlineData("https://papers.example.org/ tomorrow", "no schedule")]
    [InlineData("https://papers.example.org/ */30 * * * *", "more often than hourly")]
    [InlineData("https://papers.example.org/ 50 23 * * *; b=https://b.example.org 10,50 * * * *", "more often than hourly")]
    [InlineData("https://papers.example.org/ 0 0 31 2 *", "never")]
    [InlineData("a=https://papers.example.org/; a=https://b.example.org/", "two sources are called 'a'")]
    public void What_is_wrong_is_said(string list, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => SourceList.Parse(list)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_list_stops_the_start_with_one_sentence()
    {
        var result = new SourceOptionsValidator().Validate(null, new SourceOptions { List = "ftp://papers.example.org/" });
        Assert.Contains("Sources:List is wrong: 'ftp://papers.example.org/' is no source.", result.FailureMessage,
            StringComparison.Ordinal);
        Assert.True(new SourceOptionsValidator().Validate(null, new SourceOptions()).Succeeded);
    }
}
