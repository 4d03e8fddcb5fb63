using System.Text.Json;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>The verbs that need nothing running, as processes.</summary>
public sealed class AloneVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Parse_prints_papers_as_json_lines()
    {
        var file = _folder.File("good.txt", MemoryFlow.Page("Glass Sponges \u03B2", "Hard Water"));
        var parse = await Verb.RunAsync("parse", file);
        Assert.Equal(0, parse.ExitCode);
        string[] summary = [$"{file}: trending-inline, 2 entries", $"{file}: With an id 0 %, authors 0 %, an abstract 100 %, a link 0 %."];
        Assert.Equal(summary, parse.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var papers = parse.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["Glass Sponges \u03B2", "Hard Water"], papers.Select(p => p.GetProperty("title").GetString()));
        Assert.Equal([1, 2], papers.Select(p => p.GetProperty("rank").GetInt32()));
        Assert.Equal([3, 5], papers.Select(p => p.GetProperty("line").GetInt32()));
        string[] wanted = ["file", "format", "date", "rank", "title", "abstract", "authors", "links", "arxivId", "doi", "line"];
        Assert.Empty(wanted.Except(papers[0].EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    public async Task Parse_tells_problems_by_file_and_line_and_prints_the_other_files()
    {
        var good = _folder.File("good.txt", MemoryFlow.Page("Glass Sponges"));
        var half = _folder.File("half.txt", [.. MemoryFlow.Page("Hard Water"), .. "A Title without an Abstract\n"u8]);
        var empty = _folder.File("empty.txt", []);
        var missing = Path.Combine(_folder.Path, "missing.txt");
        var parse = (await Verb.RunAsync("parse", empty, half, missing, _folder.Path, good)).Speaks();
        Assert.Equal(1, parse.ExitCode);
        Assert.Contains(parse.Lines, l => l.Contains("Glass Sponges", StringComparison.Ordinal));
        var problems = parse.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(problems, p => p.StartsWith($"{empty}:1: The file is empty.", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith($"{half}:5: ", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith($"{missing}:0: ", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith($"{_folder.Path}:0: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_with_problems_that_gave_papers_is_no_failure()
    {
        var half = _folder.File("half.txt", [.. MemoryFlow.Page("Hard Water"), .. "A Title without an Abstract\n"u8]);
        var parse = (await Verb.RunAsync("parse", half)).Speaks();
        Assert.Equal(0, parse.ExitCode);
        Assert.StartsWith($"{half}:5: ", parse.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_puts_what_is_like_first_and_leaves_out_what_was_rated_or_muted()
    {
        var file = _folder.File("rank.txt", MemoryFlow.Page(
            "Compressing Train Timetables", "Sponge Reefs of the North", "Tea and Hard Water", "A Survey of Sponge Reefs",
            "Sponge Reefs in Tanks"));
        var rank = await Verb.RunAsync("rank", "--papers", file, "--topic", "sponge reefs", "--like", "Sponge Reefs of the North", "--mute",
            "tanks", "--all");
        Assert.Equal((0, ""), (rank.ExitCode, rank.Error));
        var ranked = rank.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal("A Survey of Sponge Reefs", ranked[0].GetProperty("title").GetString());
        Assert.Equal([1, 2, 3], ranked.Select(r => r.GetProperty("rank").GetInt32()));
        Assert.NotEmpty(ranked[0].GetProperty("why").EnumerateArray());
        Assert.Single((await Verb.RunAsync("rank", "--papers", file, "--topic", "tea", "--top", "1")).Lines);
    }

    [Fact]
    public async Task Rank_explains_why_a_paper_stands_where_it_does()
    {
        var file = _folder.File("rank.txt", MemoryFlow.Page(
            "Compressing Train Timetables", "Sponge Reefs of the North", "Tea and Hard Water", "A Survey of Sponge Reefs",
            "Sponge Reefs in Tanks"));
        string[] wishes = ["rank", "--papers", file, "--topic", "sponge reefs", "--like", "Sponge Reefs of the North", "--mute", "tanks",
            "--top", "1"];
        var listed = JsonDocument.Parse((await Verb.RunAsync(wishes)).Lines.Single()).RootElement;
        var explained = await Verb.RunAsync([.. wishes, "--explain", "A Survey of Sponge Reefs", "--explain", "train timetables",
            "--explain", "Sponge Reefs in Tanks"]);
        Assert.Equal((0, ""), (explained.ExitCode, explained.Error));
        var verdicts = explained.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal((1, 3, true),
            (verdicts[0].GetProperty("rank").GetInt32(), verdicts[0].GetProperty("of").GetInt32(), verdicts[0].GetProperty("picked")
                .GetBoolean()));
        Assert.Equal(listed.GetProperty("score").GetDouble(), verdicts[0].GetProperty("score").GetDouble());
        Assert.Contains(verdicts[0].GetProperty("why")
            .EnumerateArray(), w => w.GetString()!.Contains("sponge reefs", StringComparison.Ordinal));
        Assert.False(verdicts[1].GetProperty("picked").GetBoolean());
        Assert.NotEmpty(verdicts[1].GetProperty("whyNot").EnumerateArray());
        Assert.Equal("It has a phrase that you muted.", Assert.Single(verdicts[2].GetProperty("whyNot").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Rank_says_which_paper_it_cannot_explain()
    {
        var file = _folder.File("rank.txt", MemoryFlow.Page("Tea and Hard Water", "A Survey of Sponge Reefs"));
        var explained = (await Verb.RunAsync("rank", "--papers", file, "--topic", "tea", "--explain", "Kelp")).Speaks();
        Assert.Equal((1, ""), (explained.ExitCode, explained.Output));
        Assert.Contains("'Kelp'", explained.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("rank")]
    [InlineData("drop")]
    [InlineData("search")]
    [InlineData("walk")]
    [InlineData("status", "--loud")]
    [InlineData("status", "--port", "seven")]
    [InlineData("status", "--port", "70000")]
    [InlineData("up", "--mail-port", "-1")]
    [InlineData("drop", "no-such-file.txt")]
    [InlineData("demo", "--file", "no-such-file.txt")]
    [InlineData("demo", "--subscriber", "reader@example.org")]
    [InlineData("demo", "--subscriber", "nobody=topic")]
    [InlineData("search", "kelp", "--top", "0")]
    [InlineData("search", "kelp", "--top", "many")]
    [InlineData("rank", "--papers", "a.txt", "--top", "-1")]
    public async Task Wrong_use_is_said_and_ends_with_2(params string[] arguments)
    {
        var wrong = (await Verb.RunAsync(arguments)).Speaks();
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Output));
        Assert.NotEmpty(wrong.Error.Trim());
    }

    public void Dispose() => _folder.Dispose();
}
