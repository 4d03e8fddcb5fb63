using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Editions;

/// <summary>Several editions of one reader, one after another or at once.</summary>
public sealed class EditionsOfOneReaderTests : DeliveringTests
{
    [Fact]
    public async Task The_same_message_twice_and_at_once_is_one_mail()
    {
        await ReadyAsync();
        var message = await QueuedAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => DeliverAsync(message))));
        await DeliverAsync(message);
        Assert.Single(Product.Mail.Sent);
        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task No_paper_is_sent_twice_to_the_same_reader()
    {
        var reader = await ReadyAsync();
        await DeliverAsync(await QueuedAsync());
        await Product.DropAsync("again.txt", [.. Titles, "Sponge Reefs of the Deep North"]);
        Product.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(await QueuedAsync());
        var picks = await Product.Deliveries.ListAsync(reader.Id, default).SelectMany(d => d.Picks.ToAsyncEnumerable()).Select(p => p.Paper)
            .ToListAsync();
        Assert.Equal(2, Product.Mail.Sent.Count);
        Assert.Equal(picks.Distinct(), picks);
    }

    [Fact]
    public async Task Two_editions_of_a_subscriber_that_wait_together_bring_no_paper_twice()
    {
        var reader = await ReadyAsync();
        var (first, second) = (OnDemand(reader), OnDemand(reader)
            with
        { Subscribers = [new DueSubscriber(reader.Id, Product.Clock.GetUtcNow(), "2026-01-01T000002")] });
        var (sending, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        Product.Mail.Before = () => sending.TrySetResult() ? gate.Task : Task.CompletedTask;
        var running = DeliverAsync(first);
        await sending.Task; // it has chosen its papers
        await DeliverAsync(second);
        gate.SetResult();
        await running;
        await RunQueueAsync(Product.Queues.Later[^1].Message);

        var picks = await Product.Deliveries.ListAsync(reader.Id, default).SelectMany(d => d.Picks.ToAsyncEnumerable()).Select(p => p.Paper)
            .ToListAsync();
        Assert.Equal(picks.Distinct(), picks);
        Assert.Single(Product.Mail.Sent);
        Assert.Equal([DeliveryState.Sent, DeliveryState.Skipped], await Product.Deliveries.ListAsync(reader.Id, default).Select(d => d.State)
            .Order().ToListAsync());
    }

    [Fact]
    public async Task Many_editions_of_a_subscriber_at_once_bring_no_paper_twice()
    {
        var reader = await ReadyAsync();
        var messages = Enumerable.Range(0, 4).Select(i => OnDemand(reader) with
        {
            Subscribers = [new DueSubscriber(reader.Id, Product.Clock.GetUtcNow(), $"2026-01-01T00000{i}")],
        });
        Product.Mail.Before = () => Task.Delay(20);
        await Task.WhenAll(messages.Select(m => Task.Run(() => DeliverAsync(m))));
        while (Product.Queues.Later.Count > 0)
        {
            var (message, delay) = Product.Queues.Later[0];
            Product.Queues.Later.RemoveAt(0);
            Product.Clock.Advance(delay);
            await DeliverAsync(message);
        }

        var picks = await Product.Deliveries.ListAsync(reader.Id, default).SelectMany(d => d.Picks.ToAsyncEnumerable()).Select(p => p.Paper)
            .ToListAsync();
        Assert.Equal(picks.Distinct(), picks);
        Assert.All(await Product.Deliveries.ListAsync(reader.Id, default).ToListAsync(), d => Assert.True(d.IsSettled));
    }

    [Fact]
    public async Task A_missed_edition_is_merged_into_one_that_was_made_since()
    {
        var reader = await ReadyAsync();
        var missed = await QueuedAsync();
        Product.Clock.Advance(TimeSpan.FromMinutes(20));
        await DeliverAsync(OnDemand(reader));
        await Product.DropAsync("late.txt", "Sponge Reefs in the Morning", "Sponge Reefs at Noon");
        Product.Clock.Advance(TimeSpan.FromHours(3));
        await DeliverAsync(missed);
        Assert.Single(Product.Mail.Sent);
        Assert.Equal((DeliveryState.Skipped, "An edition that was made later has its papers already."),
            (await DeliveryAsync(reader)) is var d ? (d.State, d.Reason) : default);

        Product.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(await QueuedAsync());
        Assert.Contains("Sponge Reefs", Product.Mail.Sent[1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_edition_that_sent_nothing_another_one_looks_at_the_same_papers_again()
    {
        var reader = await ReadyAsync();
        await Product.DropAsync("now.txt", "Sponge Reefs at Dawn");
        await WantAsync(reader, "volcanic lightning");
        await DeliverAsync(OnDemand(reader));
        Assert.Equal(DeliveryState.Skipped, (await NewestAsync(reader)).State);

        Product.Clock.Advance(TimeSpan.FromMinutes(5));
        await WantAsync(reader, "sponge reefs");
        await DeliverAsync(OnDemand(reader));
        Assert.Equal(["Sponge Reefs at Dawn"], (await NewestAsync(reader)).Picks.Select(p => p.Title));
    }

    private async Task WantAsync(Subscriber reader, string topic) => await Product.Subscribers.UpdateAsync(
        reader.Id, null, now => now! with { Interests = [new Interest(InterestKind.Topic, topic)] }, default);

    [Fact]
    public async Task An_edition_soon_after_another_sends_no_leftovers()
    {
        var reader = await ReadyAsync();
        await Product.Subscribers.UpdateAsync(reader.Id, null, now => now! with { Size = new EditionSize(1, null) }, default);
        await DeliverAsync(OnDemand(reader));
        var cutoff = (await Product.SubscriberAsync(reader.Id)).LastCutoff;
        Product.Clock.Advance(TimeSpan.FromMinutes(20));
        await DeliverAsync(OnDemand(reader));
        var second = await NewestAsync(reader);
        Assert.Equal((DeliveryState.Skipped, Choice.NothingNew.Reason), (second.State, second.Reason));
        Assert.Equal(cutoff, (await Product.SubscriberAsync(reader.Id)).LastCutoff); // what was written late is still to come

        await Product.DropAsync("more.txt", "Sponge Reefs of the Deep North");
        Product.Clock.Advance(TimeSpan.FromMinutes(20));
        await DeliverAsync(OnDemand(reader));
        Assert.Equal(DeliveryState.Sent, (await NewestAsync(reader)).State);
    }
}
