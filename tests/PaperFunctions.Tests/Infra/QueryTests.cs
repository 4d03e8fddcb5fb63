using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperFunctions.Tests.Infra;

/// <summary>The queries of the alerts and the workbook, by the language service of Azure's own editors
/// and the documented columns.</summary>
public partial class QueryTests
{
    private static readonly JsonElement Tables = Json("tests", "PaperFunctions.Tests", "Infra", "tables.json");
    private static readonly Dictionary<string, string> Metrics = Json("infra", "alerts", "metrics.json").EnumerateObject()
        .ToDictionary(metric => metric.Name, metric => metric.Value.GetString()!);

    private static readonly JsonElement[] Tiles = [.. Json("infra", "workbook.json").GetProperty("items").EnumerateArray()
        .Where(item => item.GetProperty("content").TryGetProperty("query", out _))];

    [Fact]
    public void Every_alert_query_is_sound()
    {
        var queries = Directory.EnumerateFiles(Tools.At("infra", "alerts"), "*.kql")
            .ToDictionary(path => Path.GetFileName(path), path => Filled(File.ReadAllText(path)));
        Assert.Equal(4, queries.Count);
        Assert.All(queries.Values, query => Assert.DoesNotMatch(Placeholder(), query));
        Assert.All(Problems(queries), found => Assert.Empty(found.Value.Select(problem => $"{found.Key}: {problem}")));
    }

    [Fact]
    public void Every_query_that_the_runbook_gives_is_sound()
    {
        var queries = InRunbook().Matches(Tools.Text("docs", "runbook.md")).Select(match => match.Groups[1].Value).Distinct()
            .ToDictionary(query => query);
        Assert.True(queries.Count >= 4);
        Assert.All(Problems(queries), found => Assert.Empty(found.Value.Select(problem => $"{found.Key}: {problem}")));
    }

    [Fact]
    public void Every_workbook_query_is_sound()
    {
        var queries = Tiles.ToDictionary(tile => tile.GetProperty("name").GetString()!, tile => tile.GetProperty("content")
            .GetProperty("query").GetString()!);
        Assert.True(queries.Count >= 7);
        Assert.All(Problems(queries), found => Assert.Empty(found.Value.Select(problem => $"{found.Key}: {problem}")));
    }

    [Theory]
    [InlineData("AppRequests | where Sucess == false")]
    [InlineData("AppRequests | summarize count( by OperationName")]
    [InlineData("AppTracks | take 1")]
    [InlineData("AppMetrics | where TimeGenerated > startofdai(now())")]
    public void An_unsound_query_is_noticed(string query) => Assert.NotEmpty(Problems(new() { ["q"] = query })["q"]);

    [Fact]
    public void Queries_ask_for_metrics_by_the_names_in_the_one_list()
    {
        var inWorkbook = Tiles.SelectMany(tile => MetricName().Matches(tile.GetProperty("content").GetProperty("query").GetString()!))
            .Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(Metrics.Values.Order(), inWorkbook.Order());
        Assert.All(Directory.EnumerateFiles(Tools.At("infra", "alerts"), "*.kql"),
            path => Assert.DoesNotMatch(MetricName(), File.ReadAllText(path)));
    }

    [Fact]
    public void Alerts_are_fed_every_placeholder_of_their_query()
    {
        var alerts = Tools.Text("infra", "modules", "alerts.bicep");
        Assert.All(
            Directory.EnumerateFiles(Tools.At("infra", "alerts"), "*.kql")
                .SelectMany(path => Placeholder().Matches(File.ReadAllText(path))),
            match => Assert.Contains($"'{match.Value}'", alerts));
    }

    [Fact]
    public void A_rule_reads_columns_that_its_query_gives()
    {
        // The measured column and the dimensions, which Azure checks only when the rule runs.
        var rules = BicepFile.Named("modules/alerts.bicep").Resources.Where(resource => resource.Type.Contains("/scheduledQueryRules@"));
        Assert.Equal(4, rules.Count());
        Assert.EndsWith("| where Withheld > 0\n", Tools.Text("infra", "alerts", "withheld.kql"));
        Assert.EndsWith("| where Waiting > 0\n", Tools.Text("infra", "alerts", "poison.kql"));
        Assert.Contains("summarize Waiting = max(Waiting) by Queue", Tools.Text("infra", "alerts", "poison.kql"));
        Assert.EndsWith("| project Function, Failures\n", Tools.Text("infra", "alerts", "failures.kql"));
    }

    [Fact]
    public void The_timer_of_a_site_that_was_just_deployed_is_not_taken_for_a_silent_one() =>
        Assert.Contains("(TimerRuns == 0 and coalesce(firstSeen, datetime(2000-01-01)) < ago(2h))",
            Tools.Text("infra", "alerts", "no-edition.kql"));

    [Fact]
    public void Every_alert_has_its_chapter_in_the_runbook()
    {
        var runbook = Tools.Text("docs", "runbook.md");
        var chapters = from resource in BicepFile.Named("modules/alerts.bicep").Resources
                       let description = resource.Value("description")
                       where description is not null
                       select Chapter().Match(description).Groups[1].Value;
        Assert.Equal(5, chapters.Count());
        Assert.All(chapters, chapter => Assert.Contains($"\n## {chapter}\n", runbook));
    }

    [GeneratedRegex(@"docs/runbook\.md, ""(.+?)""\.")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"""(paperfunctions\.[a-z.]+)""")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"`((?:App|union )[^`]+\|[^`]+)`")]
    private static partial Regex InRunbook();

    private static string Filled(string query) =>
        Metrics.Aggregate(query, (text, metric) => text.Replace($"{{{metric.Key}}}", metric.Value)).Replace("{noonHour}", "12")
            .Replace("{quietDays}", "0, 6");

    private static Dictionary<string, string[]> Problems(Dictionary<string, string> queries) =>
        Tools.Read<Dictionary<string, string[]>>("kql.js", JsonSerializer.Serialize(new { tables = Tables, queries }));

    private static JsonElement Json(params string[] path) => JsonDocument.Parse(Tools.Text(path)).RootElement;
}
