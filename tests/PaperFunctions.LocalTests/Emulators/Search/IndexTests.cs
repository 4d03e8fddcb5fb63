using Azure;
using Azure.Search.Documents.Indexes.Models;

namespace PaperFunctions.LocalTests.Emulators.Search;

/// <summary>Definitions of indexes, through the official client.</summary>
public sealed class IndexTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync() => _host = await SearchHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_definition_comes_back_as_it_was_given()
    {
        SearchIndex index = await _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index(fresh: true));
        Assert.Equal(9, index.Fields.Count);
        Assert.True(index.Fields.Single(field => field.Name == "id").IsKey);
        Assert.Equal(LexicalAnalyzerName.EnLucene, index.Fields.Single(field => field.Name == "title").AnalyzerName);
        Assert.Equal(["title", "authors"], index.Suggesters.Single().SourceFields);
        var freshness = Assert.IsType<FreshnessScoringFunction>(index.ScoringProfiles.Single().Functions.Single());
        Assert.Equal(TimeSpan.FromDays(30), freshness.Parameters.BoostingDuration);
        Assert.Equal(["papers"], await _host.Indexes.GetIndexNamesAsync().ToListAsync());
    }

    [Fact]
    public async Task Fields_can_be_added_and_old_documents_have_them_empty()
    {
        await _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index());
        await _host.Papers.UploadDocumentsAsync(SamplePaper.All);
        var wider = SamplePaper.Index();
        wider.Fields.Add(new SearchableField("venue") { AnalyzerName = LexicalAnalyzerName.EnLucene, IsFilterable = true });
        await _host.Indexes.CreateOrUpdateIndexAsync(wider);

        await _host.Papers.UploadDocumentsAsync(new[] { new { id = "1", title = "Sparse attention", venue = "Workshop on patterns" } });
        Assert.Equal("1", (await _host.Papers.SearchAsync<SamplePaper>("pattern")).Value.GetResults().Single().Document.Id);
        Assert.Equal(4, (await _host.Papers.SearchAsync<SamplePaper>("*", new() { Filter = "venue eq null" })).Value.GetResults().Count());
        Assert.Equal(2, (await _host.Papers.SearchAsync<SamplePaper>("\"long context\" | sparse")).Value.GetResults().Count());
    }

    [Fact]
    public async Task Existing_fields_cannot_be_changed_or_removed()
    {
        await _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index());
        var changed = SamplePaper.Index();
        changed.Fields.Single(field => field.Name == "year").IsSortable = false;
        await Refused(400, "Existing field 'year' cannot be changed.", () => _host.Indexes.CreateOrUpdateIndexAsync(changed));

        var fewer = SamplePaper.Index();
        fewer.Fields.Remove(fewer.Fields.Single(field => field.Name == "year"));
        await Refused(400, "Existing field(s) 'year' cannot be deleted.", () => _host.Indexes.CreateOrUpdateIndexAsync(fewer));
    }

    [Fact]
    public async Task A_suggester_takes_new_fields_only()
    {
        await _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index());
        var index = SamplePaper.Index();
        index.Suggesters.Single().SourceFields.Add("abstract");
        await Refused(400, "cannot be referenced by a new suggester", () => _host.Indexes.CreateOrUpdateIndexAsync(index));
    }

    [Fact]
    public async Task Definitions_that_break_a_rule_are_refused()
    {
        var noKey = SamplePaper.Index();
        noKey.Fields.Single(field => field.Name == "id").IsKey = false;
        await Refused(400, "Found 0 key fields", () => _host.Indexes.CreateOrUpdateIndexAsync(noKey));

        var twoKeys = SamplePaper.Index();
        twoKeys.Fields.Single(field => field.Name == "title").IsKey = true;
        await Refused(400, "Found 2 key fields", () => _host.Indexes.CreateOrUpdateIndexAsync(twoKeys));

        var numberKey = new SearchIndex("numbers", [new SimpleField("id", SearchFieldDataType.Int32) { IsKey = true }]);
        await Refused(400, "must be of type Edm.String", () => _host.Indexes.CreateOrUpdateIndexAsync(numberKey));

        await Refused(400, "Invalid index name", () => _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index("Papers")));

        var analyzer = SamplePaper.Index();
        analyzer.Fields.Single(field => field.Name == "title").AnalyzerName = new LexicalAnalyzerName("xx.nothing");
        await Refused(400, "'xx.nothing'", () => _host.Indexes.CreateOrUpdateIndexAsync(analyzer));

        var twoSuggesters = SamplePaper.Index();
        twoSuggesters.Suggesters.Add(new SearchSuggester("more", "abstract"));
        await Refused(400, "Only one suggester", () => _host.Indexes.CreateOrUpdateIndexAsync(twoSuggesters));

        var weight = SamplePaper.Index(fresh: true);
        weight.ScoringProfiles.Single().TextWeights.Weights["nothing"] = 2;
        await Refused(400, "the field 'nothing'", () => _host.Indexes.CreateOrUpdateIndexAsync(weight));
    }

    [Fact]
    public async Task Documents_outlive_a_restart()
    {
        await _host.Indexes.CreateOrUpdateIndexAsync(SamplePaper.Index());
        await _host.Papers.UploadDocumentsAsync(SamplePaper.All);
        var folder = _host.Folder;
        await _host.Stop();
        _host = await SearchHost.Start(folder);
        Assert.Equal(5, await _host.Count());
        Assert.Equal("2", (await _host.Papers.SearchAsync<SamplePaper>("diffusion")).Value.GetResults().Single().Document.Id);
    }

    private static async Task Refused(int status, string message, Func<Task> call)
    {
        var error = await Assert.ThrowsAnyAsync<RequestFailedException>(call);
        Assert.Equal(status, error.Status);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
