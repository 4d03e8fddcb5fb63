using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Nightly;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Nightly;

public sealed class RefreshNightlyTests
{
    [Fact]
    public async Task A_backup_that_fails_is_reported_after_the_rest_of_the_night_is_done()
    {
        using var flow = new MemoryFlow();
        await flow.DropAsync("reefs.txt", "Tidal Glass Sponge Reefs", "Compressing Train Timetables");
        flow.Clock.Advance(TimeSpan.FromHours(1));
        flow.Backups.Failure = new IOException("the container is gone");

        var failure = await Assert.ThrowsAsync<IOException>(() => flow.Get<RefreshNightly>().RunAsync(default));
        Assert.Equal("the container is gone", failure.Message);
        Assert.NotNull(flow.Models.Model);
    }

    [Fact]
    public async Task Messages_that_were_put_aside_and_digests_left_unread_are_tried_again()
    {
        using var flow = new MemoryFlow();
        await flow.DropAsync("read.txt", "Tidal Glass Sponge Reefs");
        flow.Blobs.Put("left.txt", MemoryFlow.Page(Enumerable.Range(0, 1_000).Select(i => $"Sponge paper {i}")));
        await Assert.ThrowsAsync<StoppedException>(() => Stopping.After(flow, 400).RunAsync("left.txt", again: false, default));
        await flow.Get<RefreshNightly>().RunAsync(default);
        Assert.Empty(flow.Queues.Again); // it may be under way

        flow.Clock.Advance(TimeSpan.FromHours(2));
        await flow.Get<RefreshNightly>().RunAsync(default);
        Assert.Equal("left.txt", Assert.Single(flow.Queues.Again).Name);
        Assert.Equal(2, flow.Queues.PoisonRetries);
        await flow.Get<ReceiveDigest>().RunAsync("left.txt", again: true, default);
        Assert.Equal((DigestState.Stored, 1_000),
            ((await flow.DigestAsync("left.txt")).State, (await flow.DigestAsync("left.txt")).NewPapers));
    }
}
