using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Editions;

/// <summary>Failures, outages and stops: what is tried again, and when.</summary>
public sealed class DeliverAgainTests : DeliveringTests
{
    [Fact]
    public async Task An_app_that_stops_hears_the_provider_out_and_sends_no_second_mail()
    {
        var reader = await ReadyAsync();
        using var stop = new CancellationTokenSource();
        Product.Mail.Before = stop.CancelAsync;
        var message = await QueuedAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Product.Get<DeliverEditions>().RunAsync(message, stop.Token));
        Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(reader)).State);

        await DeliverAsync(message);
        Assert.Single(Product.Mail.Sent);
    }

    [Fact]
    public async Task One_failing_reader_of_a_batch_is_queued_again_alone()
    {
        await ReadyAsync("good@example.org", "bad@example.org", "fine@example.org");
        Product.Mail.Answer = (mail, _) => mail.To == "bad@example.org" ? new SendResult(SendOutcome.NotNow, null, "429") : null;
        await DeliverAsync(await QueuedAsync());
        Assert.Equal(["fine@example.org", "good@example.org"], Product.Mail.Sent.Select(m => m.To).Order());

        var alone = Product.Queues.Due[^1];
        Assert.Single(alone.Subscribers);
        await DeliverAsync(alone);
        (alone, _) = Product.Queues.Later[^1];
        Product.Mail.Answer = (_, _) => null;
        await DeliverAsync(alone);
        Assert.Equal(3, Product.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_time_out_of_one_reader_does_not_stop_the_others()
    {
        await ReadyAsync("good@example.org", "bad@example.org");
        Product.Mail.Answer = (mail, _) => mail.To == "bad@example.org" ? throw new TaskCanceledException() : null;
        await DeliverAsync(await QueuedAsync());
        Assert.Equal("good@example.org", Assert.Single(Product.Mail.Sent).To);
        Assert.Single(Product.Queues.Due[^1].Subscribers);
    }

    [Fact]
    public async Task After_no_answer_the_second_attempt_sends_the_same_picks_even_when_better_ones_came()
    {
        var reader = await ReadyAsync();
        OutgoingMail? lost = null;
        Product.Mail.Answer = (mail, attempt) => attempt == 1 ? throw new IOException($"no answer {lost = mail}") : null;
        var message = await QueuedAsync();
        await DeliverAsync(message);

        await Product.DropAsync("better.txt", "Sponge Reefs, Sponge Reefs: All about Sponge Reefs");
        await DeliverAsync(message);
        Assert.Empty(Product.Mail.Sent); // held: the first may still be at it
        Product.Clock.Advance(DeliveryLedger.Lease);
        await DeliverAsync(message);
        var sent = Assert.Single(Product.Mail.Sent);
        Assert.Equal(lost!.Subject, sent.Subject);
        Assert.Equal(2, (await DeliveryAsync(reader)).Attempt);
    }

    [Fact]
    public async Task After_a_clear_no_the_next_attempt_chooses_anew()
    {
        var reader = await ReadyAsync();
        Product.Mail.Answer = (_, attempt) => attempt == 1 ? new SendResult(SendOutcome.NotNow, null, "500") : null;
        var message = await QueuedAsync();
        await DeliverAsync(message);
        Assert.Empty((await Product.Deliveries.SentPapersAsync(reader.Id, DateOnly.MinValue, default)).Papers);
        await DeliverAsync(message);
        Assert.Single(Product.Mail.Sent);
    }

    [Fact]
    public async Task A_crash_after_the_mail_was_accepted_and_confirmed_by_an_event_sends_no_second_one()
    {
        var reader = await ReadyAsync();
        Product.Mail.Answer = (_, attempt) => attempt == 1 ? throw new IOException("no answer") : null;
        var message = await QueuedAsync();
        await DeliverAsync(message);
        await Product.Get<DeliveryLedger>().ConfirmSentAsync(reader.Id, message.Subscribers[0].EditionKey, "m1", default);
        Product.Clock.Advance(DeliveryLedger.Lease);
        await DeliverAsync(message);
        Assert.Empty(Product.Mail.Sent);
        Assert.NotEqual(reader.NextDue, (await Product.SubscriberAsync(reader.Id)).NextDue);
    }

    [Fact]
    public async Task An_edition_out_of_turn_without_an_answer_is_tried_again_when_its_claim_has_run_out()
    {
        var reader = await ReadyAsync();
        Product.Mail.Answer = (_, attempt) => attempt == 1 ? throw new IOException("no answer") : null;
        var message = OnDemand(reader);
        await DeliverAsync(message);
        await DeliverAsync(message);
        var (later, delay) = Product.Queues.Later[^1];
        Product.Clock.Advance(delay);
        await DeliverAsync(later);
        Assert.Single(Product.Mail.Sent);
    }

    [Fact]
    public async Task A_broken_connection_delays_an_edition_by_little_more_than_a_claim()
    {
        var reader = await ReadyAsync();
        Product.Mail.Answer = (_, attempt) => attempt == 1 ? throw new IOException("no answer") : null;
        await RunQueueAsync(await QueuedAsync());
        Assert.Single(Product.Mail.Sent);
        Assert.InRange(Product.Clock.GetUtcNow() - reader.NextDue!.Value, TimeSpan.Zero, DeliveryLedger.Lease + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_run_that_stops_after_it_claimed_an_edition_delays_it_by_little_more_than_the_claim()
    {
        var reader = await ReadyAsync();
        var message = await QueuedAsync();
        await Product.Get<DeliveryLedger>().ClaimAsync(reader.Id, message.Subscribers[0].EditionKey, Product.Clock.GetUtcNow(), default);
        await RunQueueAsync(message);
        Assert.Single(Product.Mail.Sent);
        Assert.InRange(Product.Clock.GetUtcNow() - reader.NextDue!.Value, TimeSpan.Zero, DeliveryLedger.Lease + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Mail_that_is_down_for_hours_fails_no_message_and_queues_no_second_one()
    {
        var reader = await ReadyAsync();
        var up = Product.Clock.GetUtcNow().AddHours(5);
        Product.Mail.Answer = (_, _) => Product.Clock.GetUtcNow() < up ? new SendResult(SendOutcome.NotNow, null, "503") : null;
        var messages = Product.Queues.Due.Count + 1;
        await RunQueueAsync(await QueuedAsync());
        Assert.Single(Product.Mail.Sent);
        Assert.Equal(messages, Product.Queues.Due.Count);
        Assert.InRange(Product.Clock.GetUtcNow() - up, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(reader)).State);
    }

    [Fact]
    public async Task A_message_that_comes_again_lists_a_delivery_that_a_stop_kept_out_of_the_list()
    {
        var reader = await ReadyAsync();
        var message = await QueuedAsync();
        await DeliverAsync(message);
        var (key, sent) = Assert.Single(Product.Deliveries.Listed);
        Assert.Equal(await DeliveryAsync(reader), sent);
        Product.Deliveries.Listed.Clear();
        await DeliverAsync(message with { OnDemand = true });
        Assert.Equal(key, Assert.Single(Product.Deliveries.Listed).Key);
    }
}
