using PaperFunctions.Flow.Editions.Schedule;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Tests.Contracts;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Editions.Schedule;

public sealed class QueueDueTests : IDisposable
{
    private readonly MemoryFlow _flow = new();

    [Fact]
    public async Task Who_is_due_is_queued_in_batches_and_the_others_wait()
    {
        for (var i = 0; i < EditionsDue.MaxSubscribers + 1; i++)
        {
            await PutAsync(minutes: -i);
        }

        await PutAsync(minutes: 1);
        await RunAsync();
        Assert.Equal([EditionsDue.MaxSubscribers, 1], _flow.Queues.Due.Select(m => m.Subscribers.Count));
        Assert.All(_flow.Queues.Due.SelectMany(m => m.Subscribers), d => Assert.True(d.DueAt <= _flow.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Missed_hours_are_found()
    {
        await PutAsync(minutes: -60 * 24 * 3);
        await RunAsync();
        Assert.Single(_flow.Queues.Due);
    }

    [Fact]
    public async Task What_was_queued_is_queued_again_only_when_it_must_have_been_lost()
    {
        await PutAsync(minutes: 0);
        await RunAsync();
        _flow.Clock.Advance(TimeSpan.FromMinutes(15));
        await RunAsync();
        Assert.Single(_flow.Queues.Due);
        _flow.Clock.Advance(QueueDue.QueueAgainAfter);
        await RunAsync();
        Assert.Equal(2, _flow.Queues.Due.Count);
    }

    [Fact]
    public async Task Digests_that_wait_for_the_index_are_handed_on_again_after_a_while()
    {
        await _flow.Digests.PutPendingAsync(new PendingDigest("a", _flow.Clock.GetUtcNow()), default);
        await RunAsync();
        Assert.Empty(_flow.Queues.Stored);
        _flow.Clock.Advance(QueueDue.IndexAgainAfter + TimeSpan.FromSeconds(1));
        await RunAsync();
        await RunAsync();
        Assert.Equal("a", Assert.Single(_flow.Queues.Stored).DigestId);
    }

    public void Dispose() => _flow.Dispose();

    private Task RunAsync() => _flow.Get<QueueDue>().RunAsync(default);

    private Task PutAsync(int minutes) =>
        _flow.Due.PutAsync(new Due(Make.Id(), _flow.Clock.GetUtcNow().AddMinutes(minutes), "2026-03-14"), default);
}
