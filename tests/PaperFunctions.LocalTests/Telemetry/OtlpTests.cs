using PaperFunctions.Local.Runtime;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Telemetry;

public sealed class OtlpTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_of_the_main_job_go_where_the_variable_says_without_addresses_or_tokens()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await DemoAsync("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address);
        Assert.All(
            ["digest.receive", "digest.store", "process digests-stored", "digest.index", "process editions-due", "edition.match",
                "edition.compose", "edition.send"],
            span => Assert.Contains(span, receiver.Of("traces"), StringComparison.Ordinal));
        Assert.All(
            ["papers.in", "documents.pushed", "editions.sent"],
            name => Assert.Contains($"paperfunctions.{name}", receiver.Of("metrics"), StringComparison.Ordinal));
        Assert.Contains("papers in the index", receiver.Of("logs"), StringComparison.Ordinal);
        Assert.All(["traces", "metrics", "logs"], signal =>
        {
            Assert.DoesNotContain("example.org", receiver.Of(signal), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("local-admin-key", receiver.Of(signal), StringComparison.Ordinal);
            Assert.DoesNotContain("SG.local", receiver.Of(signal), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_token_in_the_address_of_a_page_stays_out()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };
        await using (var stack = await LocalRuntime.StartAsync(new LocalOptions { Port = 0, MailPort = 0, DataFolder = folder.Path,
            RunTimers = false, Settings = settings }, default))
        {
            using var http = new HttpClient();
            await http.GetAsync($"{stack.Addresses.Web.TrimEnd('/')}/preferences?t=a-token-of-a-reader");
        }

        Assert.Contains("GET /preferences", receiver.Of("logs"), StringComparison.Ordinal);
        Assert.All(["traces", "metrics", "logs"],
            signal => Assert.DoesNotContain("a-token-of-a-reader", receiver.Of(signal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_where_it_is_not_set()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await DemoAsync("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{receiver.Address}/v1/traces");
        Assert.True(receiver.IsEmpty);
    }

    private static async Task DemoAsync(string variable, string value)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("sponges.txt",
            MemoryFlow.Page("Tidal Glass Sponge Reefs", "A Seabed Survey of Sponge Reefs", "Compressing Train Timetables"));
        var demo = await Verb.RunAsync(
            new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", [variable] = value },
            "demo", "--file", file, "--subscriber", "sponges@example.org=sponge reefs");
        Assert.True(demo.ExitCode == 0, demo.Error);
    }
}
