using PaperFunctions.Formats.Json;

namespace PaperFunctions.Tests.Formats.Tables;

public sealed class JsonTableTests
{
    [Fact]
    public async Task Records_in_an_array_are_read_by_their_names()
    {
        var read = await Read.As<JsonTable>(Read.Bytes("records.json"));
        Assert.Empty(read.Problems);
        var (lanterns, kettles) = (read.Entries[0].Paper, read.Entries[1].Paper);
        Assert.Equal(("2603.04417", 42), (lanterns.ArxivId, lanterns.Upvotes));
        Assert.Equal(["cs.LG", "physics.optics"], lanterns.Categories);
        Assert.Equal("https://github.com/lantern-lab/paper-lanterns", lanterns.CodeUrl);
        Assert.Equal(["Ovid Tern", "Ida Pérez-Sol"], kettles.Authors);
        Assert.Equal(("10.55555/kettle.1", new DateOnly(2026, 3, 19)), (kettles.Doi, kettles.Published));
        Assert.Equal("We bound kettles & more.", kettles.Abstract);
        Assert.Equal([2, 12], read.Entries.Select(e => e.Line));
    }

    [Fact]
    public async Task A_broken_line_costs_no_other()
    {
        var read = await Read.As<JsonLines>(Read.Bytes("records.jsonl"));
        Assert.Equal(["Paper Lanterns: Sparse Routing of Light", "A Gentle Bound for Stubborn Kettles", "Naps as Regularisers"],
            read.Papers.Select(p => p.Title));
        Assert.Equal(3, Assert.Single(read.Problems).Line);
        var lanterns = read.Entries[0].Paper;
        Assert.Equal(["Juno Amsel", "Bo van der Quill", "Ovid Tern"], lanterns.Authors);
        Assert.Equal("Journal of Invented Optics 7 (2026) 1-14", lanterns.Venue);
        Assert.Equal((7, new DateOnly(2026, 3, 19)), (read.Entries[1].Paper.Upvotes, read.Entries[1].Paper.Published));
    }

    [Theory]
    [InlineData("{\"papers\": [{\"title\": \"A\"}], \"total\": 1}")]
    [InlineData("{\"status\": \"ok\", \"message\": {\"facets\": {}, \"items\": [{\"title\": \"A\"}]}}")]
    [InlineData("{\"title\": \"A\", \"references\": [{\"title\": \"Z\"}]}")]
    [InlineData("// saved\n[{\"title\": \"A\",},]")]
    [InlineData("[null, 3, \"x\", {\"title\": \"A\"}]")]
    public async Task Envelopes_are_opened(string json) => Assert.Equal("A", (await Read.OneAs<JsonTable>(json)).Title);

    [Fact]
    public async Task Objects_one_after_another_are_records_each() =>
        Assert.Equal(["A", "B"], (await Read.As<JsonTable>("{\n\"title\": \"A\"\n}\n{\n\"title\": \"B\"\n}")).Papers.Select(p => p.Title));

    [Fact]
    public async Task An_array_cut_off_keeps_what_came_before()
    {
        var read = await Read.As<JsonTable>("[\n{\"title\": \"A\"},\n{\"title\": \"B\", \"abstr");
        Assert.Equal("A", Assert.Single(read.Papers).Title);
        Assert.Equal(3, Assert.Single(read.Problems).Line);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{\"title\"")]
    [InlineData("[{\"title\": \"\\ud800\"}]")]
    [InlineData("[{\"title\": \"\\u00\"}]")]
    [InlineData("[{\"title\": 1e999999}, {\"upvotes\": 1e99}]")]
    [InlineData("]]]]")]
    public async Task Odd_json_throws_nothing(string json)
    {
        await Read.As<JsonTable>(json);
        await Read.As<JsonLines>(json);
    }

    [Fact]
    public async Task Numbers_that_python_alone_writes_and_raw_tabs_are_passed_over()
    {
        const string Json = "{\"title\": \"NaN\\\" and\tInfinity\", \"year\": NaN, \"votes\": -Infinity, \"upvotes\": 3}";
        Assert.Equal(("NaN\" and Infinity", 3), await TitleAndVotes<JsonTable>($"[{Json}]"));
        Assert.Equal(("NaN\" and Infinity", 3), await TitleAndVotes<JsonLines>(Json));
    }

    [Fact]
    public async Task Records_larger_than_any_buffer_are_found()
    {
        var json = "["
            + string.Join(',', Enumerable.Range(0, 50)
                .Select(i => $"{{\"title\": \"T{i}\", \"text\": \"{new string('x', i * 9000)}\", \"year\": NaN}}")) + "]";
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"T{i}"), (await Read.As<JsonTable>(json)).Papers.Select(p => p.Title));
    }

    [Fact]
    public async Task Deep_nesting_ends_with_a_problem()
    {
        var deep = await Read.As<JsonTable>("[" + string.Concat(Enumerable.Repeat("{\"a\":[", 100_000)));
        Assert.Single(deep.Problems);
        Assert.Empty(deep.Entries);
    }

    [Fact]
    public void Lines_and_arrays_are_told_apart()
    {
        Assert.True(
            Read.Confidence<JsonLines>("{\"title\":\"A\"}\n{\"title\":\"B\"}\n") > Read.Confidence<JsonTable>(
                "{\"title\":\"A\"}\n{\"title\":\"B\"}\n"));
        Assert.True(
            Read.Confidence<JsonTable>("{\"data\":[{\"title\":\"A\"}]}") > Read.Confidence<JsonLines>("{\"data\":[{\"title\":\"A\"}]}"));
        Assert.Equal(0, Read.Confidence<JsonTable>("{\"name\": \"package\", \"version\": 1}"));
    }

    private static async Task<(string, int?)> TitleAndVotes<T>(string json)
        where T : PaperFunctions.Formats.IDigestFormat, new() =>
            await Read.OneAs<T>(json) is var paper ? (paper.Title, paper.Upvotes) : default;
}
