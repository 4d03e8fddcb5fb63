using System.Text.Json;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

public sealed class DemoVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string? Corpus => Environment.GetEnvironmentVariable("PAPERFUNCTIONS_CORPUS") is { Length: > 0 } folder ? folder : null;

    [Fact]
    public async Task The_main_job_runs_once_and_leaves_its_summary_and_mail()
    {
        var demo = await Verb.RunAsync(
            "demo", "--file", Sample("trending-inline.txt"), "--file", Sample("trending-spaced.txt"), "--out", _folder.Path);
        Assert.True(demo.ExitCode == 0, demo.Error);
        var summary = Summary();
        Assert.Equal(["trending-inline.txt", "trending-spaced.txt"], Names(summary));
        Assert.Equal(summary.GetProperty("papers").GetInt64(), summary.GetProperty("searchDocuments").GetInt64());
        Assert.Equal(["start", "ingest", "index", "send"], summary.GetProperty("seconds").EnumerateObject().Select(p => p.Name));
        var editions = summary.GetProperty("editions").EnumerateArray().ToList();
        Assert.Equal(2, editions.Count);
        Assert.All(editions, AssertEdition);
        Assert.NotEqual(Picks(editions[0]), Picks(editions[1]));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.Path, "mail"), "*.eml").Length);
    }

    [Fact]
    public async Task What_fell_short_is_one_sentence_and_another_code()
    {
        var file = _folder.File("empty.txt", []);
        var demo = (await Verb.RunAsync("demo", "--file", file, "--subscriber", "reader@example.org=sponge reefs", "--out",
            _folder.Path)).Speaks();
        Assert.Equal(1, demo.ExitCode);
        Assert.Contains("No papers could be read from empty.txt (Failed)", demo.Error, StringComparison.Ordinal);
        Assert.Equal(0, Summary().GetProperty("papers").GetInt64());
    }

    [Fact]
    public async Task Two_files_of_one_name_are_wrong_use()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "other"));
        var one = _folder.File("same.txt", MemoryFlow.Page("Glass Sponges"));
        var other = _folder.File(Path.Combine("other", "same.txt"), MemoryFlow.Page("Hard Water"));
        var demo = (await Verb.RunAsync("demo", "--file", one, "--file", other)).Speaks();
        Assert.Equal(2, demo.ExitCode);
        Assert.Contains("Two files are named same.txt", demo.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_three_real_digests_become_412_papers_and_412_documents()
    {
        if (Corpus is null)
        {
            return; // only where the real digests are
        }

        var files = new[] { "a", "b", "c" }.SelectMany(f => new[] { "--file", Path.Combine(Corpus, $"trending-{f}.txt") });
        var demo = await Verb.RunAsync(["demo", .. files, "--out", _folder.Path]);
        Assert.True(demo.ExitCode == 0, demo.Error);
        var summary = Summary();
        Assert.Equal([218, 76, 129], summary.GetProperty("digests").EnumerateArray().Select(d => d.GetProperty("entries").GetInt32()));
        Assert.Equal((412, 412), (summary.GetProperty("papers").GetInt32(), summary.GetProperty("searchDocuments").GetInt32()));
        Assert.Equal(2, summary.GetProperty("editions").GetArrayLength());
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertEdition(JsonElement edition)
    {
        Assert.NotEmpty(edition.GetProperty("subject").GetString()!);
        Assert.InRange(edition.GetProperty("htmlBytes").GetInt32(), 1_000, 100_000);
        Assert.All(edition.GetProperty("papers").EnumerateArray(), p => Assert.NotEmpty(p.GetProperty("why").EnumerateArray()));
    }

    private static List<string?> Names(JsonElement summary) =>
        [.. summary.GetProperty("digests").EnumerateArray().Select(d => d.GetProperty("name").GetString())];

    private static List<string?> Picks(JsonElement edition) =>
        [.. edition.GetProperty("papers").EnumerateArray().Select(p => p.GetProperty("title").GetString())];

    private static string Sample(string name) => Path.Combine(Local.Runtime.LocalFolders.Root!, "tests", "samples", name);

    private JsonElement Summary() => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "summary.json"))).RootElement;
}
