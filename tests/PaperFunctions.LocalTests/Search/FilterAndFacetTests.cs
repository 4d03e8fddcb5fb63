using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace PaperFunctions.LocalTests.Search;

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
    [InlineData("2024 lt year", "5")]
    [InlineData("not (year ge 2023)", "4")]
    [InlineData("score eq null", "4")]
    [InlineData("score ne null", "1 2 3 5")]
    [InlineData("score lt 1", "1 5")]
    [InlineData("not (score lt 1)", "2 3 4")] // Null is not less, so the whole is true.
    [InlineData("score ge 2.5", "2 3")]
    [InlineData("score eq -1.5", "5")]
    [InlineData("hasCode", "1 3 5")]
    [InlineData("not hasCode", "2 4")]
    [InlineData("hasCode eq false", "2")]
    [InlineData("hasCode ne true", "2 4")]
    [InlineData("categories/any(c: c eq 'cs.CL')", "1 3")]
    [InlineData("categories/any(c: c eq 'cs.CL' or c eq 'cs.CV')", "1 2 3")]
    [InlineData("categories/all(c: c ne 'cs.CL')", "2 4 5")]
    [InlineData("categories/any()", "1 2 3 5")]
    [InlineData("not categories/any()", "4")]
    [InlineData("authors/any(a: search.in(a, 'Ada Example|Cy Müller', '|'))", "1 3 5")]
    [InlineData("search.in(id, '1,4 5')", "1 4 5")]
    [InlineData("firstSeen ge 2024-03-14T00:00:00Z and firstSeen lt 2024-05-02T00:00:00Z", "1")]
    [InlineData("firstSeen eq 2023-11-30T01:00:00+01:00", "3")]
    [InlineData("id eq 'it''s'", "")]
    [InlineData("year eq 2024 or categories/any(c: c eq 'cs.IR') and hasCode", "1 2 3")]
    public async Task A_filter_keeps_what_it_says(string filter, string expected) =>
        Assert.Equal(expected, await Ids(new SearchOptions { Filter = filter }, ordered: false));

    [Fact]
    public async Task A_list_of_many_values_can_be_searched_in()
    {
        var many = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"x{i}").Append("3"));
        Assert.Equal("3", await Ids(new SearchOptions { Filter = $"search.in(id, '{many}', ',')" }));
    }

    [Theory]
    [InlineData("This is not a valid filter.", "Syntax error at position 7 in 'This is not a valid filter.'.")]
    [InlineData("nothing eq 1", "Could not find a property named 'nothing' on type 'search.document'.")]
    [InlineData("title eq 'x'", "'title' is not a filterable field")]
    [InlineData("year eq 'x'", "Invalid expression")]
    [InlineData("year gt null", "Invalid expression")]
    [InlineData("year add 1 eq 2", "Invalid expression")]
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
    [InlineData("score", "4 5 1 2 3")] // Nulls first.
    [InlineData("score desc", "3 2 1 5 4")]
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

    [Fact]
    public async Task Score_can_be_one_of_the_orders()
    {
        var options = new SearchOptions { OrderBy = { "search.score() desc", "year" } };
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("sparse attention", options);
        Assert.Equal("1", results.GetResults().First().Document.Id);
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids(new SearchOptions { OrderBy = { "abstract" } }));
        Assert.Contains("not a sortable field", error.Message, StringComparison.Ordinal);
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

    [Fact]
    public async Task Without_a_size_the_client_is_led_through_all_results()
    {
        await _host.Papers.UploadDocumentsAsync(Enumerable.Range(0, 120).Select(i => new SamplePaper { Id = $"m{i}", Title = "Many" }));
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("many");
        var pages = await results.GetResultsAsync().AsPages().ToListAsync();
        Assert.Equal([50, 50, 20], pages.Select(page => page.Values.Count));
        Assert.Equal(120, pages.SelectMany(page => page.Values).Select(hit => hit.Document.Id).Distinct(StringComparer.Ordinal).Count());
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
    [InlineData("year,sort:-value", "2025:1 2024:2 2023:1 2019:1")]
    [InlineData("year,sort:value,count:1", "2019:1")]
    [InlineData("year,interval:10", "2010:1 2020:4")]
    [InlineData("score,interval:5", "-5:1 0:2 5:1")]
    [InlineData("categories", "cs.CL:2 cs.LG:2 cs.CV:1 cs.IR:1")]
    [InlineData("hasCode", "True:3 False:1")]
    public async Task Facets_count_values(string facet, string expected)
    {
        var name = facet.Split(',')[0];
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("*", new SearchOptions { Facets = { facet }, Size = 0 });
        Assert.Equal(expected, string.Join(' ', results.Facets[name].Select(value => $"{value.Value}:{value.Count}")));
    }

    [Fact]
    public async Task Facets_count_only_what_was_found()
    {
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("sparse", new SearchOptions { Facets = { "categories", "authors" } });
        Assert.Equal([("cs.CL", 1L), ("cs.LG", 1L)], results.Facets["categories"].Select(value => ((string)value.Value, value.Count!.Value)));
        Assert.Equal(["Ada Example", "Bo Sample"], results.Facets["authors"].Select(value => (string)value.Value));
    }

    [Fact]
    public async Task Facets_can_be_ranges_and_calendar_intervals()
    {
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("*", new SearchOptions
        {
            Facets = { "year,values:2020|2024", "firstSeen,interval:year" },
            Filter = "firstSeen lt 2025-01-01T00:00:00Z or firstSeen eq null",
        });
        Assert.Equal([(1L, null, 2020L), (1L, 2020L, 2024L), (2L, 2024L, null)], results.Facets["year"].Select(range => (range.Count!.Value, Whole(range.From), Whole(range.To))));
        Assert.Equal([(1L, 2023), (2L, 2024)], results.Facets["firstSeen"].Select(value => (value.Count!.Value, ((DateTimeOffset)value.Value).Year)));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("nothing")]
    [InlineData("year,count:none")]
    [InlineData("hasCode,interval:2")]
    public async Task A_facet_that_makes_no_sense_is_refused(string facet)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Ids(new SearchOptions { Facets = { facet } }));
        Assert.Equal(400, error.Status);
        Assert.Contains("Invalid facet expression", error.Message, StringComparison.Ordinal);
    }

    private static long? Whole(object? value) => value is null ? null : Convert.ToInt64(value);

    private async Task<string> Ids(SearchOptions options, bool ordered = true)
    {
        SearchResults<SamplePaper> results = await _host.Papers.SearchAsync<SamplePaper>("*", options);
        var ids = results.GetResults().Select(hit => hit.Document.Id);
        return string.Join(' ', ordered ? ids : ids.Order(StringComparer.Ordinal));
    }
}
