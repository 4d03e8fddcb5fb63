using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Readers;
using PaperFunctions.Flow.Send;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Readers;

public sealed class WhyNotPaperTests : IDisposable
{
    private const string Muted = "A census of kelp forests";

    private static readonly string[] Titles =
        ["Sponge reefs at dusk", "Sponge reefs at dawn", Muted, "Tidal clocks", "Harbour cranes", "Lighthouse lamps"];

    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_past_edition_is_judged_by_the_wishes_of_its_day()
    {
        var reader = await EditionAsync();
        var now = await _flow.Get<ChangeReader>().SaveAsync(
            reader.Id, s => s with { Interests = [new Interest(InterestKind.Topic, "kelp forests")] }, default);

        var answer = await _flow.Get<WhyNotPaper>().RunAsync(now!, Muted, default);
        Assert.Contains("It has a phrase that you muted.", answer.Details);
        Assert.DoesNotContain(answer.Details, d => d.Contains("preferences of today"));
    }

    [Fact]
    public async Task Where_the_wishes_of_that_day_are_not_known_it_says_so()
    {
        var reader = await EditionAsync();
        var delivery = await _flow.Deliveries.ListAsync(reader.Id, default).SingleAsync();
        var row = (await _flow.Deliveries.FindAsync(reader.Id, delivery.EditionKey, default))!;
        await _flow.Deliveries.TrySaveAsync(row with { Delivery = row.Delivery with { Wishes = null } }, default);

        var answer = await _flow.Get<WhyNotPaper>().RunAsync(reader, Muted, default);
        Assert.Contains(answer.Details, d => d.Contains("preferences of today"));
    }

    [Fact]
    public async Task Where_the_papers_of_that_time_are_no_longer_kept_it_says_so()
    {
        var reader = await EditionAsync();
        _flow.Clock.Advance(TimeSpan.FromDays(420));
        var answer = await _flow.Get<WhyNotPaper>().RunAsync(reader, Muted, default);
        Assert.Contains("no longer kept", answer.Sentence);
    }

    private async Task<Subscriber> EditionAsync()
    {
        var reader = await _flow.SubscribeAsync("reader@mail.example");
        reader = (await _flow.Get<ChangeReader>().SaveAsync(
            reader.Id, s => s with { Interests = [.. s.Interests, new Interest(InterestKind.Muted, "kelp")], Size = new EditionSize(1, null) }, default))!;
        await _flow.DropAsync("page.txt", Titles);
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        await _flow.Get<DeliverEditions>().RunAsync(
            new EditionsDue(1, [new DueSubscriber(reader.Id, _flow.Clock.GetUtcNow(), "2026-03-14")], OutOfTurn: true), default);
        Assert.Single(_flow.Mail.Sent);
        return reader;
    }
}
