using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>Suggestions while somebody types, through the official client.</summary>
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
        SuggestResults<SamplePaper> results = await _host.Papers.SuggestAsync<SamplePaper>(typed, "titles");
        Assert.Equal(expected,
            string.Join(' ', results.Results.OrderBy(result => result.Document.Id, StringComparer.Ordinal)
                .Select(result => $"{result.Document.Id}:{result.Text}")));
    }

    [Fact]
    public async Task Fields_are_selected_and_the_number_is_limited()
    {
        var options = new SuggestOptions { Size = 1, Select = { "id", "title" } };
        SuggestResults<SamplePaper> results = await _host.Papers.SuggestAsync<SamplePaper>("long", "titles", options);
        var only = Assert.Single(results.Results);
        Assert.Equal(only.Text, only.Document.Title);
        Assert.Null(only.Document.Year);
    }

    [Fact]
    public async Task Only_the_key_comes_along_unless_more_is_selected()
    {
        SuggestResults<SamplePaper> results = await _host.Papers.SuggestAsync<SamplePaper>("robot", "titles");
        Assert.Null(results.Results.Single().Document.Title);
        Assert.Equal("4", results.Results.Single().Document.Id);
    }

    [Fact]
    public async Task An_unknown_suggester_is_refused()
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => _host.Papers.SuggestAsync<SamplePaper>("a", "none"));
        Assert.Equal(400, error.Status);
        Assert.Contains("The specified suggester name 'none' does not exist in this index definition.", error.Message,
            StringComparison.Ordinal);
    }
}
