using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace PaperFunctions.LocalTests.Search;

/// <summary>Suggestions and completions while somebody types, through the official client.</summary>
public sealed class SuggestTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.WithPapers();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("lon", "1:Sparse attention for long documents 5:Long context without attention")]
    [InlineData("long doc", "1:Sparse attention for long documents")]
    [InlineData("ada", "1:Ada Example 5:Ada Example")]
    [InlineData("mül", "3:Cy Müller")]
    [InlineData("ttention", "")]
    [InlineData("?!", "")]
    public async Task The_text_of_the_field_that_matches_is_suggested(string typed, string expected)
    {
        SuggestResults<SamplePaper> results = await _host.Papers.SuggestAsync<SamplePaper>(typed, "titles", new SuggestOptions { OrderBy = { "year" } });
        Assert.Equal(expected, string.Join(' ', results.Results.OrderBy(result => result.Document.Id, StringComparer.Ordinal).Select(result => $"{result.Document.Id}:{result.Text}")));
    }

    [Fact]
    public async Task Suggestions_are_filtered_marked_and_limited()
    {
        var options = new SuggestOptions { Filter = "hasCode", HighlightPreTag = "<b>", HighlightPostTag = "</b>", Size = 1, OrderBy = { "year desc" }, Select = { "id", "title", "year" } };
        SuggestResults<SamplePaper> results = await _host.Papers.SuggestAsync<SamplePaper>("long", "titles", options);
        var only = Assert.Single(results.Results);
        Assert.Equal("<b>Long</b> context without attention", only.Text);
        Assert.Equal(2025, only.Document.Year);
    }

    [Fact]
    public async Task Only_the_key_comes_along_unless_more_is_selected()
    {
        SuggestResults<SamplePaper> results = await _host.Papers.SuggestAsync<SamplePaper>("robot", "titles");
        Assert.Null(results.Results.Single().Document.Title);
        Assert.Equal("4", results.Results.Single().Document.Id);
    }

    [Theory]
    [InlineData("atention", true, 2)]
    [InlineData("atention", false, 0)]
    [InlineData("difusion mod", true, 1)]
    public async Task A_typing_error_is_forgiven_when_asked_for(string typed, bool fuzzy, int count)
    {
        SuggestResults<SamplePaper> results = await _host.Papers.SuggestAsync<SamplePaper>(typed, "titles", new SuggestOptions { UseFuzzyMatching = fuzzy });
        Assert.Equal(count, results.Results.Count);
    }

    [Theory]
    [InlineData("a", AutocompleteMode.OneTerm, "a ada attention", "a ada attention")]
    [InlineData("long c", AutocompleteMode.OneTerm, "context cy", "long context|long cy")]
    [InlineData("lo", AutocompleteMode.TwoTerms, "long context|long documents", "long context|long documents")]
    [InlineData("very long c", AutocompleteMode.OneTermWithContext, "long context", "very long context")]
    [InlineData("graph c", AutocompleteMode.OneTermWithContext, "", "")]
    public async Task Completions_are_terms_of_the_suggester(string typed, AutocompleteMode mode, string texts, string queries)
    {
        AutocompleteResults results = await _host.Papers.AutocompleteAsync(typed, "titles", new AutocompleteOptions { Mode = mode });
        var separator = mode == AutocompleteMode.OneTerm ? ' ' : '|';
        Assert.Equal(texts, string.Join(separator, results.Results.Select(item => item.Text)));
        Assert.Equal(queries, string.Join(queries.Contains('|', StringComparison.Ordinal) ? '|' : separator, results.Results.Select(item => item.QueryPlusText)));
    }

    [Fact]
    public async Task Completions_respect_the_filter_and_the_marks()
    {
        var options = new AutocompleteOptions { Filter = "year eq 2025", HighlightPreTag = "<b>", HighlightPostTag = "</b>", UseFuzzyMatching = true, SearchFields = { "title" } };
        AutocompleteResults results = await _host.Papers.AutocompleteAsync("atten", "titles", options);
        var only = Assert.Single(results.Results);
        Assert.Equal(("attention", "<b>attention</b>"), (only.Text, only.QueryPlusText));
    }

    [Fact]
    public async Task An_unknown_suggester_is_refused()
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => _host.Papers.AutocompleteAsync("a", "none"));
        Assert.Equal(400, error.Status);
        Assert.Contains("The specified suggester name 'none' does not exist in this index definition.", error.Message, StringComparison.Ordinal);
    }
}
