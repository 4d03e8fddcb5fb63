using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Papers;

public class PaperSearchesTests
{
    [Fact]
    public void A_paper_without_an_address_is_searched_by_its_exact_title()
    {
        var paper = new Paper { Title = "Do \"Sponges\"\n & Corals  Sleep?" };
        var link = PaperLinks.ReadOrFind(paper);
        Assert.Equal((true, "Find it", "https://scholar.google.com/scholar?q=%22Do%20Sponges%20%26%20Corals%20Sleep%3F%22"),
            (link.IsSearch, link.Text, link.Url));
        Assert.Equal(
            [
                ("arXiv", "https://arxiv.org/search/?query=%22Do%20Sponges%20%26%20Corals%20Sleep%3F%22&searchtype=title"),
                ("Google Scholar", link.Url),
                ("Semantic Scholar", "https://www.semanticscholar.org/search?q=%22Do%20Sponges%20%26%20Corals%20Sleep%3F%22"),
            ],
            PaperSearches.All(paper.Title));
    }

    [Fact]
    public void A_known_address_comes_before_any_search()
    {
        var link = PaperLinks.ReadOrFind(new Paper { Title = "T", ArxivId = "2603.04417" });
        Assert.Equal((false, "Read", "https://arxiv.org/abs/2603.04417"), (link.IsSearch, link.Text, link.Url));
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("unbroken")]
    [InlineData("\U0001F600")]
    public void A_long_title_is_cut(string part)
    {
        var query = Uri.UnescapeDataString(PaperSearches.First(string.Concat(Enumerable.Repeat(part, 500))).Split("q=")[1]);
        Assert.InRange(query.Length, 190, 202);
        Assert.StartsWith($"\"{part.Trim()}", query, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', query);
    }
}
