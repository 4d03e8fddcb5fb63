using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>Indexing, looking up and counting documents, through the official client.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await SearchHost.Start(fail: key => key == "busy" ? 503 : null);
        await _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_document_comes_back_with_every_type_of_value()
    {
        await _host.Papers.UploadDocumentsAsync(SamplePaper.All);
        var (paper, sent) = (await FindAsync("1"), SamplePaper.All[0]);
        Assert.Equal(sent.Title, paper.Title);
        Assert.Equal(sent.Authors, paper.Authors);
        Assert.Equal((2024, 5), (paper.Year, paper.Upvotes));
        Assert.True(paper.HasCode);
        Assert.Equal(sent.FirstSeen, paper.FirstSeen);
    }

    [Fact]
    public async Task Dates_are_kept_in_utc_to_the_millisecond()
    {
        var seen = new DateTimeOffset(2024, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(5)).AddTicks(9);
        await _host.Papers.UploadDocumentsAsync(new[] { new SamplePaper { Id = "d", FirstSeen = seen } });
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 22, 4, 5, 678, TimeSpan.Zero), (await FindAsync("d")).FirstSeen);
    }

    [Fact]
    public async Task An_upload_replaces_the_whole_document_and_its_text()
    {
        await _host.Papers.UploadDocumentsAsync(SamplePaper.All);
        await _host.Papers.UploadDocumentsAsync(new[] { new { id = "1", year = 2001 } });
        var uploaded = await FindAsync("1");
        Assert.Equal((2001, null), (uploaded.Year, uploaded.Title));
        Assert.Empty(uploaded.Authors);
        Assert.Empty((await _host.Papers.SearchAsync<SamplePaper>("sparse")).Value.GetResults());
        Assert.Equal(5, await _host.Count());
    }

    [Fact]
    public async Task Deleting_twice_is_no_error_and_the_text_is_gone()
    {
        await _host.Papers.UploadDocumentsAsync(SamplePaper.All);
        for (var i = 0; i < 2; i++)
        {
            IndexDocumentsResult result = await _host.Papers.DeleteDocumentsAsync("id", ["2"]);
            Assert.Equal((200, true), (result.Results[0].Status, result.Results[0].Succeeded));
        }

        Assert.Equal(4, await _host.Count());
        Assert.Empty((await _host.Papers.SearchAsync<SamplePaper>("diffusion")).Value.GetResults());
    }

    [Fact]
    public async Task Part_of_a_batch_can_fail_and_each_document_says_why()
    {
        var batch = new IndexDocumentsBatch<SearchDocument>();
        batch.Actions.Add(IndexDocumentsAction.Upload(new SearchDocument { ["id"] = "a", ["title"] = "One" }));
        batch.Actions.Add(IndexDocumentsAction.Upload(new SearchDocument { ["id"] = "d", ["title"] = new string('x', 40_000) }));
        batch.Actions.Add(IndexDocumentsAction.Upload(new SearchDocument { ["id"] = "busy" }));
        batch.Actions.Add(IndexDocumentsAction.Upload(new SearchDocument { ["id"] = "a", ["year"] = 2020 }));
        Response<IndexDocumentsResult> response = await _host.Papers.IndexDocumentsAsync(batch);

        Assert.Equal(207, response.GetRawResponse().Status);
        Assert.Equal(["a", "d", "busy", "a"], response.Value.Results.Select(result => result.Key));
        Assert.Equal([201, 400, 503, 200], response.Value.Results.Select(result => result.Status));
        Assert.Equal([true, false, false, true], response.Value.Results.Select(result => result.Succeeded));
        Assert.Contains("32766", response.Value.Results[1].ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(1, await _host.Count());
    }

    [Theory]
    [InlineData("", "cannot be missing or empty")]
    [InlineData("a b", "Keys can only contain letters")]
    [InlineData("a/b", "Keys can only contain letters")]
    [InlineData("schlüssel", "Keys can only contain letters")]
    [InlineData("_a", "Keys cannot start with a leading underscore")]
    public async Task A_bad_key_refuses_the_whole_batch(string key, string message)
    {
        var papers = new[] { new SamplePaper { Id = "good" }, new SamplePaper { Id = key } };
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => _host.Papers.UploadDocumentsAsync(papers));
        Assert.Equal(400, error.Status);
        Assert.Contains("actions : 1: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _host.Count());
    }

    [Theory]
    [InlineData("nothing", "x", "The property 'nothing' does not exist on type 'search.documentFields'")]
    [InlineData("year", "two", "Cannot convert the literal 'two' to the expected type 'Edm.Int32'")]
    [InlineData("year", 2.5, "'Edm.Int32'")]
    [InlineData("year", 3_000_000_000, "'Edm.Int32'")]
    [InlineData("title", 7, "'Edm.String'")]
    [InlineData("hasCode", "yes", "'Edm.Boolean'")]
    [InlineData("firstSeen", "2024-01-01", "'Edm.DateTimeOffset'")]
    [InlineData("authors", null, "does not allow null values")]
    [InlineData("authors", "one", "StartArray")]
    public async Task Unknown_fields_and_wrong_types_are_refused(string field, object? value, string message)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() =>
            _host.Papers.UploadDocumentsAsync(new[] { new SearchDocument { ["id"] = "1", [field] = value } }));
        Assert.Equal(400, error.Status);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_holds_a_thousand_documents_and_not_one_more()
    {
        var papers = Enumerable.Range(0, 1001).Select(i => new SamplePaper { Id = $"p{i}", Title = $"Paper {i}" }).ToList();
        await _host.Papers.UploadDocumentsAsync(papers.Take(1000));
        Assert.Equal(1000, await _host.Count());
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => _host.Papers.UploadDocumentsAsync(papers));
        Assert.Equal(400, error.Status);
        Assert.Contains("from 1 to 1000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_over_sixteen_megabytes_is_too_large()
    {
        var papers = Enumerable.Range(0, 17).Select(i => new SamplePaper { Id = $"p{i}", Abstract = new string('x', 1024 * 1024) });
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => _host.Papers.UploadDocumentsAsync(papers));
        Assert.Equal(413, error.Status);
    }

    [Fact]
    public async Task Readers_see_whole_batches_while_a_writer_writes()
    {
        var writing = Task.Run(async () =>
        {
            for (var batch = 0; batch < 20; batch++)
            {
                await _host.Papers.UploadDocumentsAsync(Enumerable.Range(0, 50)
                    .Select(i => new SamplePaper { Id = $"p{batch}-{i}", Title = "Steady growth" }));
            }
        });
        var counts = new List<long?>();
        while (!writing.IsCompleted)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
                _host.Papers.SearchAsync<SamplePaper>("growth", new SearchOptions { IncludeTotalCount = true, Size = 1 })));
            counts.AddRange(results.Select(result => result.Value.TotalCount));
        }

        await writing;
        Assert.All(counts, count => Assert.Equal(0, count % 50));
        Assert.Equal(1000, await _host.Count());
    }

    private async Task<SamplePaper> FindAsync(string id)
    {
        SearchResults<SamplePaper> found = await _host.Papers.SearchAsync<SamplePaper>("*", new SearchOptions { Filter = $"id eq '{id}'" });
        return (await found.GetResultsAsync().ToListAsync()).Single().Document;
    }
}
