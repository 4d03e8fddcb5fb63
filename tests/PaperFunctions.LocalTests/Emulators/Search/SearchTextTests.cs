using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>Which papers a search text finds, through the official client.</summary>
public sealed class SearchTextTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.WithPapers();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("sparse", "1")]
    [InlineData("document", "1")] // The English analyzer knows the plural.
    [InlineData("attention robots", "1 2 4 5")]
    [InlineData("\"long documents\"", "1")]
    [InlineData("\"documents long\"", "")]
    [InlineData("long + attention", "1 5")]
    [InlineData("diffusion | robot", "2 4")]
    [InlineData("retriev*", "3")]
    [InlineData("(diffusion | long) + attention", "1 2 5")]
    [InlineData("müller", "3")]
    [InlineData("*", "1 2 3 4 5")]
    [InlineData(null, "1 2 3 4 5")]
    [InlineData("zebra", "")]
    [InlineData("!!!", "")]
    [InlineData("long -documents", "1 2 3 4 5")] // With searchMode=any "not" is one more alternative.
    public async Task Simple_syntax_finds_what_the_service_finds(string? text, string expected) =>
        Assert.Equal(expected, await Ids(text, new SearchOptions()));

    [Theory]
    [InlineData("long attention", "1 5")]
    [InlineData("long -documents", "5")]
    [InlineData("the long", "")] // "the" is no stop word for the authors' analyzer, so it must be found there.
    [InlineData("-attention", "3 4")]
    public async Task With_search_mode_all_every_word_must_match(string text, string expected) =>
        Assert.Equal(expected, await Ids(text, new SearchOptions { SearchMode = SearchMode.All }));

    [Fact]
    public async Task Better_matches_come_first_and_have_higher_scores()
    {
        var hits = await Hits("sparse attention", new SearchOptions());
        Assert.Equal("1", hits[0].Document.Id);
        Assert.True(hits[0].Score > hits[^1].Score);
    }

    [Fact]
    public async Task Highlights_mark_the_words_in_their_sentences()
    {
        var options = new SearchOptions { HighlightFields = { "abstract", "title" }, HighlightPreTag = "<b>", HighlightPostTag = "</b>" };
        var hit = (await Hits("sparse document", options)).Single(hit => hit.Document.Id == "1");
        Assert.Equal(
            ["We study <b>sparse</b> attention.", "Transformers read long <b>documents</b> slowly.",
                "Our <b>sparse</b> patterns keep quality."],
            hit.Highlights["abstract"]);
        Assert.Equal(["<b>Sparse</b> attention for long <b>documents</b>"], hit.Highlights["title"]);
    }

    [Fact]
    public async Task Fewer_highlights_can_be_asked_for()
    {
        var hit = (await Hits("sparse", new SearchOptions { HighlightFields = { "abstract-1" } })).Single();
        Assert.Equal(["We study <em>sparse</em> attention."], hit.Highlights["abstract"]);
    }

    [Fact]
    public async Task A_fresh_paper_is_lifted_by_the_scoring_profile()
    {
        Assert.NotEqual("5", (await Hits("attention", new SearchOptions()))[0].Document.Id);
        await _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index(fresh: true));
        Assert.Equal("5", (await Hits("attention", new SearchOptions()))[0].Document.Id);
    }

    [Fact]
    public async Task A_query_may_have_a_thousand_words_and_not_many_more()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1023).Select(i => $"w{i}").Append("diffusion"));
        Assert.Equal("2", await Ids(words, new SearchOptions()));
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids(words + " more", new SearchOptions()));
        Assert.Contains("1024 clauses", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"unclosed long", "1 5")]
    [InlineData("(long", "1 5")]
    [InlineData("long)", "1 5")]
    [InlineData("+ | - long", "2 3 4")] // The minus still stands before a word.
    [InlineData("\\\"long", "1 5")]
    [InlineData("f_title:long' OR 1=1 --", "1 5")]
    [InlineData("{f_title} NEAR(long) AND^", "1 5")]
    public async Task Odd_text_is_read_as_well_as_it_can_be(string text, string expected) =>
        Assert.Equal(expected, await Ids(text, new SearchOptions()));

    [Fact]
    public async Task Semantic_queries_are_refused_as_on_a_tier_without_them()
    {
        var options = new SearchOptions { QueryType = SearchQueryType.Semantic };
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids("robots", options));
        Assert.Equal(400, error.Status);
        Assert.Equal("FeatureNotSupportedInService", error.ErrorCode);
    }

    private async Task<string> Ids(string? text, SearchOptions options) =>
        string.Join(' ', (await Hits(text, options)).Select(hit => hit.Document.Id).Order(StringComparer.Ordinal));

    private async Task<List<SearchResult<SamplePaper>>> Hits(string? text, SearchOptions options)
    {
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>(text, options);
        return await results.GetResultsAsync().ToListAsync();
    }
}
