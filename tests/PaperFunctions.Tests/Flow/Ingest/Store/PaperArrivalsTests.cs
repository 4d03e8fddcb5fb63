using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Editions.Schedule;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Ingest.Store;

/// <summary>What was stored reaches subscribers, wherever a run stopped and whenever the rest of it was done.</summary>
public sealed class PaperArrivalsTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Theory]
    [InlineData(0.2)]
    [InlineData(2)]
    [InlineData(24 * 9)]
    public async Task A_paper_whose_run_stopped_before_its_arrival_is_mailed_once_the_digest_is_read_again(double hoursLater)
    {
        var subscriber = await _flow.SubscribeAsync("reader@example.org");
        _flow.Clock.Set(subscriber.NextDue!.Value.AddMinutes(-5));
        await Assert.ThrowsAsync<StoppedException>(() => Stopping.AtArrivals(_flow).RunAsync(
            new Digest { Id = Digest.IdOf("week.txt"), Name = "week.txt", ContentHash = new string('a', 64) },
            [new Entry(1, 1, new Paper { Title = "Tidal Glass Sponge Reefs" })], likelyNew: false, default));

        _flow.Clock.Advance(TimeSpan.FromHours(hoursLater) + TimeSpan.FromMinutes(5));
        await DeliverAsync();
        Assert.Empty(_flow.Mail.Sent);
        await _flow.DropAsync("week.txt", "Tidal Glass Sponge Reefs", "Brewing Tea with Hard Water");
        _flow.Clock.Advance(Day);
        await DeliverAsync();
        Assert.Contains("Tidal Glass Sponge Reefs", Assert.Single(_flow.Mail.Sent).Text, StringComparison.Ordinal);
        Assert.Single(await ArrivalsAsync("Tidal Glass Sponge Reefs"));
    }

    [Fact]
    public async Task A_paper_arrives_once_however_often_it_comes()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        var first = Assert.Single(await ArrivalsAsync("Glass Sponges")).ArrivedAt;
        for (var day = 1; day < 40; day++)
        {
            _flow.Clock.Advance(Day);
            await _flow.DropAsync($"{day}.txt", "Glass Sponges");
        }

        Assert.Equal(first, Assert.Single(await ArrivalsAsync("Glass Sponges")).ArrivedAt);
    }

    [Fact]
    public async Task A_paper_that_was_only_an_id_arrives_when_its_title_comes()
    {
        await StoreAsync("ids.txt", new Paper { Title = "arXiv:2401.00001", TitleIsId = true, ArxivId = "2401.00001" });
        _flow.Clock.Advance(Day);
        await StoreAsync("titles.txt", new Paper { Title = "Glass Sponges", ArxivId = "2401.00001" });
        var paper = Assert.Single(await _flow.Arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default).ToListAsync());
        Assert.Equal(("Glass Sponges", _flow.Clock.GetUtcNow(), _flow.Clock.GetUtcNow() - Day),
            (paper.Paper.Title, paper.ArrivedAt, paper.FirstSeen));
    }

    private async Task DeliverAsync()
    {
        await _flow.Get<QueueDue>().RunAsync(default);
        await _flow.Get<DeliverEditions>().RunAsync(_flow.Queues.Due[^1], default);
    }

    private Task<IReadOnlyList<PaperId>> StoreAsync(string name, Paper paper) => _flow.Get<StoreEntries>().RunAsync(
        new Digest { Id = Digest.IdOf(name), Name = name, ContentHash = new string('b', 64) }, [new Entry(1, 1, paper)], likelyNew: false, default);

    private async Task<List<StoredPaper>> ArrivalsAsync(string title) =>
        await _flow.Arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default).Where(p => p.Paper.Title == title)
            .ToListAsync();
}
