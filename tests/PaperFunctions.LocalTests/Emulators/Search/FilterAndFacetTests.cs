using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>Filters, orders, pages and facets, through the official client.</summary>
public sealed class FilterAndFacetTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.WithPapers();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("year eq 2024", "1 2")]
    [InlineData("year ne 2024", "3 4 5")]
    [InlineData("year gt 2023 and year le 2024", "1 2")]
    [InlineData("not (year ge 2023)", "4")]
    [InlineData("upvotes eq null", "4")]
    [InlineData("upvotes ne null", "1 2 3 5")]
    [InlineData("upvotes lt 10", "1 5")]
    [InlineData("not (upvotes lt 10)", "2 3 4")] // Null is not less, so the whole is true.
    [InlineData("upvotes ge 25", "2 3")]
    [InlineData("upvotes eq -15", "5")]
    [InlineData("hasCode", "1 3 5")]
    [InlineData("not hasCode", "2 4")]
    [InlineData("hasCode eq false", "2")]
    [InlineData("hasCode ne true", "2 4")]
    [InlineData("categories/any(c: c eq 'cs.CL')", "1 3")]
    [InlineData("categories/any(c: c eq 'cs.CL' or c eq 'cs.CV')", "1 2 3")]
    [InlineData("firstSeen ge 2024-03-14T00:00:00Z and firstSeen lt 2024-05-02T00:00:00Z", "1")]
    [InlineData("firstSeen eq 2023-11-30T01:00:00+01:00", "3")]
    [InlineData("id eq 'it''s'", "")]
    [InlineData("year eq 2024 or categories/any(c: c eq 'cs.IR') and hasCode", "1 2 3")]
    public async Task A_filter_keeps_what_it_says(string filter, string expected) =>
        Assert.Equal(expected, await Ids(new SearchOptions { Filter = filter }, ordered: false));

    [Theory]
    [InlineData("This is not a valid filter.", "Syntax error at position 7 in 'This is not a valid filter.'.")]
    [InlineData("nothing eq 1", "Could not find a property named 'nothing' on type 'search.document'.")]
    [InlineData("title eq 'x'", "'title' is not a filterable field")]
    [InlineData("year eq 'x'", "Invalid expression")]
    [InlineData("year gt null", "Invalid expression")]
    [InlineData("year add 1 eq 2", "Invalid expression")]
    [InlineData("search.in(id, '1')", "Invalid expression")]
    [InlineData("categories/all(c: c ne 'cs.CL')", "This emulator filters by comparisons")]
    [InlineData("year eq year", "Comparison must be between a field")]
    [InlineData("contains(id, '1')", "Invalid expression")]
    public async Task A_filter_that_the_service_refuses_is_refused(string filter, string message)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids(new SearchOptions { Filter = filter }));
        Assert.Equal(400, error.Status);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("$filter", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year desc,title", "5 2 1 3 4")]
    [InlineData("upvotes", "4 5 1 2 3")] // Nulls first.
    [InlineData("upvotes desc", "3 2 1 5 4")]
    [InlineData("firstSeen desc", "5 2 1 3 4")]
    public async Task Results_come_in_the_order_asked_for(string order, string expected)
    {
        var options = new SearchOptions();
        foreach (var part in order.Split(','))
        {
            options.OrderBy.Add(part);
        }

        Assert.Equal(expected, await Ids(options));
    }

    [Theory]
    [InlineData("abstract", "not a sortable field")]
    [InlineData("nothing", "Could not find a property named 'nothing'")]
    public async Task An_order_that_the_service_refuses_is_refused(string order, string message)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids(new SearchOptions { OrderBy = { order } }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_the_count_is_of_all()
    {
        var options = new SearchOptions { Size = 2, Skip = 2, IncludeTotalCount = true, OrderBy = { "year" }, Select = { "id", "year" } };
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("*", options);
        Assert.Equal(5, results.TotalCount);
        var page = results.GetResults().ToList();
        Assert.Equal(["1", "2"], page.Select(hit => hit.Document.Id).Order(StringComparer.Ordinal));
        Assert.All(page, hit => Assert.Null(hit.Document.Title));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 100_001)]
    public async Task Pages_out_of_range_are_refused(int size, int skip)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids(new SearchOptions { Size = size, Skip = skip }));
        Assert.Equal(400, error.Status);
        Assert.Contains("Value must be between", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year", "2024:2 2019:1 2023:1 2025:1")]
    [InlineData("year,count:2", "2024:2 2019:1")]
    [InlineData("categories", "cs.CL:2 cs.LG:2 cs.CV:1 cs.IR:1")]
    [InlineData("hasCode", "True:3 False:1")]
    public async Task Facets_count_values(string facet, string expected)
    {
        var name = facet.Split(',')[0];
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("*",
            new SearchOptions { Facets = { facet }, Size = 0 });
        Assert.Equal(expected, string.Join(' ', results.Facets[name].Select(value => $"{value.Value}:{value.Count}")));
    }

    [Fact]
    public async Task Facets_count_only_what_was_found()
    {
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("sparse",
            new SearchOptions { Facets = { "categories", "authors" } });
        Assert.Equal([("cs.CL", 1L), ("cs.LG", 1L)],
            results.Facets["categories"].Select(value => ((string)value.Value, value.Count!.Value)));
        Assert.Equal(["Ada Example", "Bo Sample"], results.Facets["authors"].Select(value => (string)value.Value));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("nothing")]
    [InlineData("year,count:none")]
    [InlineData("year,sort:value")]
    public async Task A_facet_that_makes_no_sense_is_refused(string facet)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids(new SearchOptions { Facets = { facet } }));
        Assert.Equal(400, error.Status);
        Assert.Contains("Invalid facet expression", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> Ids(SearchOptions options, bool ordered = true)
    {
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("*", options);
        var ids = results.GetResults().Select(hit => hit.Document.Id);
        return string.Join(' ', ordered ? ids : ids.Order(StringComparer.Ordinal));
    }
}
