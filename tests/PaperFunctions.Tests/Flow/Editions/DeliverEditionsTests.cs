using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Editions.Schedule;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Editions;

public sealed class DeliverEditionsTests : IDisposable
{
    private static readonly string[] Titles =
        ["Tidal Glass Sponge Reefs", "A Seabed Survey of Sponge Reefs", "Compressing Train Timetables", "Brewing Tea with Hard Water"];

    private readonly MemoryFlow _flow = new();

    [Fact]
    public async Task Who_is_due_gets_the_edition_and_the_next_hour_is_planned()
    {
        var reader = await ReadyAsync();
        await DeliverAsync(await QueuedAsync());
        var mail = Assert.Single(_flow.Mail.Sent);
        Assert.Equal("reader@example.org", mail.To);
        Assert.Equal(reader.Id, mail.Arguments["subscriber"]);
        Assert.Contains("Sponge", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var now = await _flow.SubscriberAsync(reader.Id);
        Assert.Equal((reader.NextDue!.Value.AddDays(1), _flow.Clock.GetUtcNow()), (now.NextDue, now.LastCutoff));
        Assert.Equal(now.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task The_same_message_twice_and_at_once_is_one_mail()
    {
        await ReadyAsync();
        var message = await QueuedAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => DeliverAsync(message))));
        await DeliverAsync(message);
        Assert.Single(_flow.Mail.Sent);
        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task No_paper_is_sent_twice_to_the_same_reader()
    {
        var reader = await ReadyAsync();
        await DeliverAsync(await QueuedAsync());
        await _flow.DropAsync("again.txt", [.. Titles, "Sponge Reefs of the Deep North"]);
        _flow.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(await QueuedAsync());
        var picks = await _flow.Deliveries.ListAsync(reader.Id, default).SelectMany(d => d.Picks.ToAsyncEnumerable()).Select(p => p.Paper)
            .ToListAsync();
        Assert.Equal(2, _flow.Mail.Sent.Count);
        Assert.Equal(picks.Distinct(), picks);
    }

    [Fact]
    public async Task No_new_papers_is_no_mail_and_the_ledger_says_why()
    {
        var reader = await _flow.SubscribeAsync("reader@example.org");
        _flow.Clock.Set(reader.NextDue!.Value);
        await DeliverAsync(await QueuedAsync());
        Assert.Empty(_flow.Mail.Sent);
        var delivery = await _flow.Deliveries.ListAsync(reader.Id, default).SingleAsync();
        Assert.Equal((DeliveryState.Skipped, "No new papers came in since the last edition."), (delivery.State, delivery.Reason));
        Assert.NotEqual(reader.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task One_failing_reader_of_a_batch_is_queued_again_alone()
    {
        await ReadyAsync("good@example.org", "bad@example.org", "fine@example.org");
        _flow.Mail.Answer = (mail, _) => mail.To == "bad@example.org" ? new SendResult(SendOutcome.NotNow, null, "429") : null;
        await DeliverAsync(await QueuedAsync());
        Assert.Equal(["fine@example.org", "good@example.org"], _flow.Mail.Sent.Select(m => m.To).Order());

        var alone = _flow.Queues.Due[^1];
        Assert.Single(alone.Subscribers);
        await DeliverAsync(alone);
        (alone, _) = _flow.Queues.Later[^1];
        _flow.Mail.Answer = (_, _) => null;
        await DeliverAsync(alone);
        Assert.Equal(3, _flow.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_time_out_of_one_reader_does_not_stop_the_others()
    {
        await ReadyAsync("good@example.org", "bad@example.org");
        _flow.Mail.Answer = (mail, _) => mail.To == "bad@example.org" ? throw new TaskCanceledException() : null;
        await DeliverAsync(await QueuedAsync());
        Assert.Equal("good@example.org", Assert.Single(_flow.Mail.Sent).To);
        Assert.Single(_flow.Queues.Due[^1].Subscribers);
    }

    [Fact]
    public async Task A_refused_edition_is_settled_and_its_papers_may_come_again()
    {
        var reader = await ReadyAsync();
        _flow.Mail.Answer = (_, _) => new SendResult(SendOutcome.Refused, null, "bad address");
        await DeliverAsync(await QueuedAsync());
        Assert.Equal((DeliveryState.Failed, "bad address"), (await DeliveryAsync(reader)) is var d ? (d.State, d.Reason) : default);

        _flow.Mail.Answer = (_, _) => null;
        _flow.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(await QueuedAsync());
        Assert.Contains("Sponge", Assert.Single(_flow.Mail.Sent).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_no_answer_the_second_attempt_sends_the_same_picks_even_when_better_ones_came()
    {
        var reader = await ReadyAsync();
        OutgoingMail? lost = null;
        _flow.Mail.Answer = (mail, attempt) => attempt == 1 ? throw new IOException($"no answer {lost = mail}") : null;
        var message = await QueuedAsync();
        await DeliverAsync(message);

        await _flow.DropAsync("better.txt", "Sponge Reefs, Sponge Reefs: All about Sponge Reefs");
        await DeliverAsync(message);
        Assert.Empty(_flow.Mail.Sent); // held: the first may still be at it
        _flow.Clock.Advance(DeliveryLedger.Lease);
        await DeliverAsync(message);
        var sent = Assert.Single(_flow.Mail.Sent);
        Assert.Equal(lost!.Subject, sent.Subject);
        Assert.Equal(2, (await DeliveryAsync(reader)).Attempt);
    }

    [Fact]
    public async Task After_a_clear_no_the_next_attempt_chooses_anew()
    {
        var reader = await ReadyAsync();
        _flow.Mail.Answer = (_, attempt) => attempt == 1 ? new SendResult(SendOutcome.NotNow, null, "500") : null;
        var message = await QueuedAsync();
        await DeliverAsync(message);
        Assert.Empty((await _flow.Deliveries.SentPapersAsync(reader.Id, DateOnly.MinValue, default)).Papers);
        await DeliverAsync(message);
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task A_crash_after_the_mail_was_accepted_and_confirmed_by_an_event_sends_no_second_one()
    {
        var reader = await ReadyAsync();
        _flow.Mail.Answer = (_, attempt) => attempt == 1 ? throw new IOException("no answer") : null;
        var message = await QueuedAsync();
        await DeliverAsync(message);
        await _flow.Get<DeliveryLedger>().ConfirmSentAsync(reader.Id, message.Subscribers[0].EditionKey, "m1", default);
        _flow.Clock.Advance(DeliveryLedger.Lease);
        await DeliverAsync(message);
        Assert.Empty(_flow.Mail.Sent);
        Assert.NotEqual(reader.NextDue, (await _flow.SubscriberAsync(reader.Id)).NextDue);
    }

    [Fact]
    public async Task A_due_row_that_is_out_of_date_does_nothing_and_goes()
    {
        var reader = await ReadyAsync();
        var stale = new Due(reader.Id, reader.NextDue!.Value.AddHours(-3), "2026-03-14");
        await _flow.Due.PutAsync(stale, default);
        await DeliverAsync(new EditionsDue(1, [new DueSubscriber(stale.SubscriberId, stale.At, stale.EditionKey)]));
        Assert.Empty(_flow.Mail.Sent);
        Assert.Equal(reader.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task Who_has_left_gets_no_mail()
    {
        var reader = await ReadyAsync();
        var message = await QueuedAsync();
        var row = await _flow.Subscribers.FindAsync(reader.Id, default);
        await _flow.Get<NextEdition>().ReplanAsync(row!, null, s => s with { State = SubscriberState.Unsubscribed }, default);
        await DeliverAsync(message);
        Assert.Empty(_flow.Mail.Sent);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task An_edition_out_of_turn_leaves_the_hour_where_it_is()
    {
        var reader = await ReadyAsync();
        await DeliverAsync(OnDemand(reader));
        Assert.Single(_flow.Mail.Sent);
        Assert.Equal(reader.NextDue, (await _flow.SubscriberAsync(reader.Id)).NextDue);
        Assert.Equal(reader.NextDue, (await DueAsync()).Single().At);
    }

    [Fact]
    public async Task An_edition_out_of_turn_without_an_answer_is_tried_again_when_its_claim_has_run_out()
    {
        var reader = await ReadyAsync();
        _flow.Mail.Answer = (_, attempt) => attempt == 1 ? throw new IOException("no answer") : null;
        var message = OnDemand(reader);
        await DeliverAsync(message);
        await DeliverAsync(message);
        var (later, delay) = _flow.Queues.Later[^1];
        _flow.Clock.Advance(delay);
        await DeliverAsync(later);
        Assert.Single(_flow.Mail.Sent);
    }

    [Fact]
    public async Task A_broken_connection_delays_an_edition_by_little_more_than_a_claim()
    {
        var reader = await ReadyAsync();
        _flow.Mail.Answer = (_, attempt) => attempt == 1 ? throw new IOException("no answer") : null;
        await RunQueueAsync(await QueuedAsync());
        Assert.Single(_flow.Mail.Sent);
        Assert.InRange(_flow.Clock.GetUtcNow() - reader.NextDue!.Value, TimeSpan.Zero, DeliveryLedger.Lease + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_run_that_stops_after_it_claimed_an_edition_delays_it_by_little_more_than_the_claim()
    {
        var reader = await ReadyAsync();
        var message = await QueuedAsync();
        await _flow.Get<DeliveryLedger>().ClaimAsync(reader.Id, message.Subscribers[0].EditionKey, _flow.Clock.GetUtcNow(), default);
        await RunQueueAsync(message);
        Assert.Single(_flow.Mail.Sent);
        Assert.InRange(_flow.Clock.GetUtcNow() - reader.NextDue!.Value, TimeSpan.Zero, DeliveryLedger.Lease + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Mail_that_is_down_for_hours_fails_no_message_and_queues_no_second_one()
    {
        var reader = await ReadyAsync();
        var up = _flow.Clock.GetUtcNow().AddHours(5);
        _flow.Mail.Answer = (_, _) => _flow.Clock.GetUtcNow() < up ? new SendResult(SendOutcome.NotNow, null, "503") : null;
        var messages = _flow.Queues.Due.Count + 1;
        await RunQueueAsync(await QueuedAsync());
        Assert.Single(_flow.Mail.Sent);
        Assert.Equal(messages, _flow.Queues.Due.Count);
        Assert.InRange(_flow.Clock.GetUtcNow() - up, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Assert.Equal(DeliveryState.Sent, (await DeliveryAsync(reader)).State);
    }

    [Fact]
    public async Task Two_editions_of_a_subscriber_that_wait_together_bring_no_paper_twice()
    {
        var reader = await ReadyAsync();
        var (first, second) = (OnDemand(reader), OnDemand(reader)
            with
        { Subscribers = [new DueSubscriber(reader.Id, _flow.Clock.GetUtcNow(), "2026-01-01T000002")] });
        var (sending, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        _flow.Mail.Before = () => sending.TrySetResult() ? gate.Task : Task.CompletedTask;
        var running = DeliverAsync(first);
        await sending.Task; // it has chosen its papers
        await DeliverAsync(second);
        gate.SetResult();
        await running;
        await RunQueueAsync(_flow.Queues.Later[^1].Message);

        var picks = await _flow.Deliveries.ListAsync(reader.Id, default).SelectMany(d => d.Picks.ToAsyncEnumerable()).Select(p => p.Paper)
            .ToListAsync();
        Assert.Equal(picks.Distinct(), picks);
        Assert.Single(_flow.Mail.Sent);
        Assert.Equal([DeliveryState.Sent, DeliveryState.Skipped], await _flow.Deliveries.ListAsync(reader.Id, default).Select(d => d.State)
            .Order().ToListAsync());
    }

    [Fact]
    public async Task Many_editions_of_a_subscriber_at_once_bring_no_paper_twice()
    {
        var reader = await ReadyAsync();
        var messages = Enumerable.Range(0, 4).Select(i => OnDemand(reader) with
        {
            Subscribers = [new DueSubscriber(reader.Id, _flow.Clock.GetUtcNow(), $"2026-01-01T00000{i}")],
        });
        _flow.Mail.Before = () => Task.Delay(20);
        await Task.WhenAll(messages.Select(m => Task.Run(() => DeliverAsync(m))));
        while (_flow.Queues.Later.Count > 0)
        {
            var (message, delay) = _flow.Queues.Later[0];
            _flow.Queues.Later.RemoveAt(0);
            _flow.Clock.Advance(delay);
            await DeliverAsync(message);
        }

        var picks = await _flow.Deliveries.ListAsync(reader.Id, default).SelectMany(d => d.Picks.ToAsyncEnumerable()).Select(p => p.Paper)
            .ToListAsync();
        Assert.Equal(picks.Distinct(), picks);
        Assert.All(await _flow.Deliveries.ListAsync(reader.Id, default).ToListAsync(), d => Assert.True(d.IsSettled));
    }

    [Fact]
    public async Task A_message_that_comes_again_lists_a_delivery_that_a_stop_kept_out_of_the_list()
    {
        var reader = await ReadyAsync();
        var message = await QueuedAsync();
        await DeliverAsync(message);
        var (key, sent) = Assert.Single(_flow.Deliveries.Listed);
        Assert.Equal(await DeliveryAsync(reader), sent);
        _flow.Deliveries.Listed.Clear();
        await DeliverAsync(message with { OnDemand = true });
        Assert.Equal(key, Assert.Single(_flow.Deliveries.Listed).Key);
    }

    [Fact]
    public async Task Of_somebody_who_has_everything_deleted_while_a_batch_is_made_nothing_is_listed()
    {
        var leaving = await ReadyAsync();
        _flow.Mail.Before = () => _flow.Get<SubscriberAccount>().DeleteAsync(leaving.Id, default); // while the edition is handed over
        await DeliverAsync(await QueuedAsync());
        Assert.Contains(_flow.Mail.Sent, m => m.Subject.Contains("Sponge", StringComparison.Ordinal));
        Assert.Empty(_flow.Deliveries.Listed);
        Assert.Empty(await _flow.Deliveries.ListAsync(leaving.Id, default).ToListAsync());
    }

    [Fact]
    public async Task A_missed_edition_is_merged_into_one_that_was_made_since()
    {
        var reader = await ReadyAsync();
        var missed = await QueuedAsync();
        _flow.Clock.Advance(TimeSpan.FromMinutes(20));
        await DeliverAsync(OnDemand(reader));
        await _flow.DropAsync("late.txt", "Sponge Reefs in the Morning", "Sponge Reefs at Noon");
        _flow.Clock.Advance(TimeSpan.FromHours(3));
        await DeliverAsync(missed);
        Assert.Single(_flow.Mail.Sent);
        Assert.Equal((DeliveryState.Skipped, "An edition that was made later has its papers already."),
            (await DeliveryAsync(reader)) is var d ? (d.State, d.Reason) : default);

        _flow.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(await QueuedAsync());
        Assert.Contains("Sponge Reefs", _flow.Mail.Sent[1].Subject, StringComparison.Ordinal);
    }

    public void Dispose() => _flow.Dispose();

    /// <summary>A queue and the schedule beside it: runs a message, and what it puts off, each at its
    /// time, until nothing is put off.</summary>
    private async Task RunQueueAsync(EditionsDue message)
    {
        for (var (next, put) = ((EditionsDue?)message, 0); next is not null;)
        {
            put = _flow.Queues.Later.Count;
            await DeliverAsync(next);
            next = _flow.Queues.Later.Count > put ? _flow.Queues.Later[^1].Message : null;
            _flow.Clock.Advance(next is null ? TimeSpan.Zero : _flow.Queues.Later[^1].Delay);
            await _flow.Get<QueueDue>().RunAsync(default);
        }
    }

    /// <summary>Readers, papers for them, and the hour at which they are due; gives back the first.</summary>
    private async Task<Subscriber> ReadyAsync(params string[] emails)
    {
        var readers = new List<Subscriber>();
        foreach (var email in emails.DefaultIfEmpty("reader@example.org"))
        {
            readers.Add(await _flow.SubscribeAsync(email));
        }

        await _flow.DropAsync("week.txt", Titles);
        _flow.Clock.Set(readers[0].NextDue!.Value);
        return readers[0];
    }

    private async Task<EditionsDue> QueuedAsync()
    {
        await _flow.Get<QueueDue>().RunAsync(default);
        return _flow.Queues.Due[^1];
    }

    private EditionsDue OnDemand(Subscriber reader) =>
        new(1, [new DueSubscriber(reader.Id, _flow.Clock.GetUtcNow(), _flow.Clock.GetUtcNow().ToString("yyyy-MM-ddTHHmmss"))],
            OnDemand: true);

    private Task DeliverAsync(EditionsDue message) => _flow.Get<DeliverEditions>().RunAsync(message, default);

    private async Task<Delivery> DeliveryAsync(Subscriber reader) => await _flow.Deliveries.ListAsync(reader.Id, default).LastAsync();

    private async Task<List<Due>> DueAsync() => await _flow.Due.ReadAsync(DateTimeOffset.MaxValue, default).ToListAsync();
}
