using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Editions.Explain;

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
        var subscriber = await EditionAsync();
        var now = await _flow.Get<SubscriberAccount>().SaveAsync(
            subscriber.Id, s => s with { Interests = [new Interest(InterestKind.Topic, "kelp forests")] }, default);

        var answer = await _flow.Get<WhyNotPaper>().RunAsync(now!, Muted, default);
        Assert.Contains("It has a phrase that you muted.", answer.Details);
        Assert.DoesNotContain(answer.Details, d => d.Contains("preferences of today"));
    }

    [Fact]
    public async Task Where_the_wishes_of_that_day_are_not_known_it_says_so()
    {
        var subscriber = await EditionAsync();
        var delivery = await _flow.Deliveries.ListAsync(subscriber.Id, default).SingleAsync();
        var row = (await _flow.Deliveries.FindAsync((subscriber.Id, delivery.EditionKey), default))!;
        await _flow.Deliveries.TrySaveAsync(row with { Value = row.Value with { PreferencesSnapshot = null } }, default);

        var answer = await _flow.Get<WhyNotPaper>().RunAsync(subscriber, Muted, default);
        Assert.Contains(answer.Details, d => d.Contains("preferences of today"));
    }

    [Fact]
    public async Task Where_the_papers_of_that_time_are_no_longer_kept_it_says_so()
    {
        var subscriber = await EditionAsync();
        _flow.Clock.Advance(TimeSpan.FromDays(420));
        var answer = await _flow.Get<WhyNotPaper>().RunAsync(subscriber, Muted, default);
        Assert.Contains("no longer kept", answer.Sentence);
    }

    private async Task<Subscriber> EditionAsync()
    {
        var subscriber = await _flow.SubscribeAsync("reader@mail.example");
        subscriber = (await _flow.Get<SubscriberAccount>().SaveAsync(
            subscriber.Id, s => s
                with { Interests = [.. s.Interests, new Interest(InterestKind.Muted, "kelp")], Size = new EditionSize(1, null) },
                default))!;
        await _flow.DropAsync("page.txt", Titles);
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        await _flow.Get<DeliverEditions>().RunAsync(
            new EditionsDue(1, [new DueSubscriber(subscriber.Id, _flow.Clock.GetUtcNow(), "2026-03-14")], OnDemand: true), default);
        Assert.Single(_flow.Mail.Sent);
        return subscriber;
    }
}
