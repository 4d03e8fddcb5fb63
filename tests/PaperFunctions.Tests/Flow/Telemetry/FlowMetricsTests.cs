using System.Text.Json;
using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Editions.Schedule;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Flow.Telemetry;

public sealed class FlowMetricsTests : IDisposable
{
    private readonly MemoryFlow _flow = new();
    private readonly HeardMetrics _heard;

    public FlowMetricsTests() => _heard = new HeardMetrics(_flow);

    [Fact]
    public void Alerts_and_workbook_name_exactly_the_metrics_that_are_recorded()
    {
        using var listed = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "infra", "alerts", "metrics.json")));
        Assert.Equal(listed.RootElement.EnumerateObject().Select(p => p.Value.GetString()).Order(), _heard.Names.Order());
    }

    [Fact]
    public async Task Papers_of_a_digest_count_when_it_is_read_and_not_when_it_comes_again()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges", "Hard Water");
        await _flow.DropAsync("a.txt", "Glass Sponges", "Hard Water");
        var format = (await _flow.DigestAsync("a.txt")).Receipt.Format;
        Assert.Equal(2, _heard.Of("papers.in")[$"format={format}"]);
    }

    [Fact]
    public async Task Problems_of_a_digest_that_cannot_be_read_count()
    {
        await _flow.DropAsync("empty.txt");
        Assert.True(_heard.Of("problems").Values.Sum() >= 1);
        Assert.Equal(0, _heard.Of("papers.in").Values.Sum());
    }

    [Fact]
    public async Task Only_documents_that_search_took_count_as_pushed()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges", "Lantern Fish", "Hard Water");
        var odd = PaperKey.Of(new Paper { Title = "Lantern Fish" })[0].ToId();
        _flow.Index.Refuse = (id, _) => id == odd ? 400 : null;
        await _flow.Get<IndexDigest>().RunAsync(_flow.Queues.Stored[0], default);
        Assert.Equal(2, _heard.Of("documents.pushed")[""]);
    }

    [Fact]
    public async Task An_edition_counts_as_due_once_and_then_as_sent()
    {
        await ReadyAsync("Tidal Glass Sponge Reefs", "Compressing Train Timetables");
        await _flow.Get<QueueDue>().RunAsync(default);
        _flow.Clock.Advance(QueueDue.QueueAgainAfter + TimeSpan.FromMinutes(1));
        await _flow.Get<QueueDue>().RunAsync(default);
        Assert.Equal(2, _flow.Queues.Due.Count);
        Assert.Equal(1, _heard.Of("editions.due")[""]);
        foreach (var message in _flow.Queues.Due.ToList())
        {
            await _flow.Get<DeliverEditions>().RunAsync(message, default);
        }

        Assert.Equal((1, 0, 0), Editions());
    }

    [Fact]
    public async Task An_edition_with_nothing_to_send_counts_as_skipped()
    {
        await ReadyAsync();
        await DeliverAsync();
        Assert.Equal((0, 1, 0), Editions());
    }

    [Fact]
    public async Task A_refused_edition_counts_as_failed_and_so_does_each_attempt_that_breaks()
    {
        await ReadyAsync("Tidal Glass Sponge Reefs", "Compressing Train Timetables");
        _flow.Mail.Answer = (_, attempt) =>
            attempt == 1 ? new SendResult(SendOutcome.NotNow, null, "busy") : new SendResult(SendOutcome.Refused, null, "no");
        await DeliverAsync();
        Assert.Equal(1, _heard.Of("editions.failed")["error.type=MailNotAcceptedException"]);
        await _flow.Get<DeliverEditions>().RunAsync(_flow.Queues.Due[0], default);
        Assert.Equal(1, _heard.Of("editions.failed")["error.type=refused"]);
        Assert.Equal((0, 0, 2), Editions());
    }

    [Fact]
    public async Task The_age_of_each_queue_is_recorded_every_quarter_of_an_hour()
    {
        _flow.Queues.Ages.AddRange([new QueueAge("editions-due", TimeSpan.FromMinutes(2)),
            new QueueAge("editions-due-poison", TimeSpan.Zero)]);
        await _flow.Get<QueueDue>().RunAsync(default);
        Assert.Equal(new() { ["queue=editions-due"] = 120, ["queue=editions-due-poison"] = 0 }, _heard.Of("queue.age"));
    }

    public void Dispose()
    {
        _heard.Dispose();
        _flow.Dispose();
    }

    private (double Sent, double Skipped, double Failed) Editions() =>
        (_heard.Of("editions.sent").Values.Sum(), _heard.Of("editions.skipped").Values.Sum(), _heard.Of("editions.failed").Values.Sum());

    private async Task ReadyAsync(params string[] titles)
    {
        var subscriber = await _flow.SubscribeAsync("reader@example.org");
        if (titles.Length > 0)
        {
            await _flow.DropAsync("a.txt", titles);
        }

        _flow.Clock.Set(subscriber.NextDue!.Value);
    }

    private async Task DeliverAsync()
    {
        await _flow.Get<QueueDue>().RunAsync(default);
        await _flow.Get<DeliverEditions>().RunAsync(_flow.Queues.Due[^1], default);
    }
}
