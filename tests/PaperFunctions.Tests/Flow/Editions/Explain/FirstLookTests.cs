using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Editions.Explain;

public sealed class FirstLookTests : IDisposable
{
    private static readonly string[] Titles =
        ["Sponge reefs at dusk", "Sponge reefs at dawn", "A census of kelp forests", "Tidal clocks", "Harbour cranes", "Lighthouse lamps"];

    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_new_reader_sees_at_once_what_an_edition_would_hold_and_which_topics_match_nothing()
    {
        await _flow.DropAsync("page.txt", Titles);
        _flow.Clock.Advance(TimeSpan.FromDays(2));
        var subscriber = (await _flow.SubscribeAsync("reader@mail.example")) with
        {
            Interests = [new(InterestKind.Topic, "sponge reefs"), new(InterestKind.Topic, "zeppelins"),
                new(InterestKind.Author, "A. Linden")],
        };
        var first = await _flow.Get<FirstLook>().RunAsync(subscriber, default);
        Assert.Equal(Titles[..2].Order(), first.Picks.Select(p => p.Paper.Paper.Title).Order());
        Assert.Equal([new UnmatchedTopic("zeppelins", null)], first.Unmatched);
        Assert.Equal(Titles[2..].Order(), first.ToRate.Select(p => p.Paper.Title).Order());
        Assert.Empty(_flow.Mail.Sent);
        Assert.Empty(await _flow.Deliveries.ListAsync(subscriber.Id, default).ToListAsync());
    }

    [Fact]
    public async Task Before_any_paper_came_in_it_says_so()
    {
        var first = await _flow.Get<FirstLook>().RunAsync(await _flow.SubscribeAsync("reader@mail.example"), default);
        Assert.Empty(first.Picks);
        Assert.NotNull(first.Reason);
    }

    [Fact]
    public async Task What_a_mute_would_hide_is_counted_among_the_newest_hundred()
    {
        await _flow.DropAsync("old.txt", [.. Enumerable.Range(0, 60).Select(i => $"Kelp number {Word(i)} of the bay")]);
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        await _flow.DropAsync("new.txt", [.. Enumerable.Range(0, 70).Select(i => $"Crane number {Word(i)} of the harbour")]);
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        var hidden = await _flow.Get<WhatMuteHides>().RunAsync("kelp", default);
        Assert.Equal((30, 100, 3), (hidden.Hidden, hidden.Of, hidden.Titles.Count));
        Assert.All(hidden.Titles, t => Assert.StartsWith("Kelp", t));
        Assert.Equal(0, (await _flow.Get<WhatMuteHides>().RunAsync("zeppelins", default)).Hidden);
    }

    private static string Word(int i) => $"{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}x";
}
