using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Ingest.Store;

/// <summary>Large digests: stored several parts at a time, and gone on with where a run was cut short.</summary>
public sealed class StorePartsTests : IDisposable
{
    private const int Papers = 3_000;

    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_run_that_was_cut_short_is_gone_on_with_and_stores_little_twice()
    {
        _flow.Blobs.Put("large.txt", Page("Sponge"));
        await Assert.ThrowsAsync<StoppedException>(() => Stopping.After(_flow, 2_000).RunAsync("large.txt", again: false, default));
        var cut = await _flow.DigestAsync("large.txt");
        Assert.Equal(DigestState.Reading, cut.State);
        Assert.InRange(cut.Progress!.Entries, 1_000, 2_000);
        Assert.Equal(cut.Progress.Entries, cut.Receipt.Entries);

        var rest = Stopping.After(_flow, int.MaxValue, out var stored);
        await rest.RunAsync("large.txt", again: false, default);
        Assert.Equal(Papers - cut.Progress.Entries, stored());
        var digest = await _flow.DigestAsync("large.txt");
        Assert.Equal((DigestState.Stored, Papers, Papers), (digest.State, digest.Receipt.Entries, digest.NewPapers));
        Assert.Null(digest.Progress);
        Assert.Equal(Papers, (await _flow.ListAsync("large.txt")).Distinct().Count());
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "trending-inline")]
    public async Task Other_content_and_another_format_begin_anew(bool replaced, string? format)
    {
        _flow.Blobs.Put("large.txt", Page("Sponge"));
        await Assert.ThrowsAsync<StoppedException>(() => Stopping.After(_flow, 2_000).RunAsync("large.txt", again: false, default));
        _flow.Blobs.Put("large.txt", Page(replaced ? "Lantern Fish" : "Sponge"), format);
        var anew = Stopping.After(_flow, int.MaxValue, out var stored);
        await anew.RunAsync("large.txt", again: false, default);
        Assert.Equal(Papers, stored());
        Assert.Equal(Papers, (await _flow.ListAsync("large.txt")).Count);
    }

    [Fact]
    public async Task Four_parts_are_stored_at_once_and_a_failure_waits_for_the_others()
    {
        var row = await _flow.Get<DigestRows>()
            .BeginAsync(new DigestBlob("a.txt", "v", 1, _flow.Clock.GetUtcNow(), null), new string('a', 64), default);
        var stores = new List<TaskCompletionSource<IReadOnlyList<PaperId>>>();
        var parts = new StoreParts(_flow.Get<DigestRows>(), row.Value, (_, _) => Begin(), _flow.Clock);
        for (var i = 0; i < 4; i++)
        {
            await parts.AddAsync([new Entry(i + 1, 1, new Paper { Title = "Sponge" })], default);
        }

        var fifth = parts.AddAsync([new Entry(5, 1, new Paper { Title = "Sponge" })], default);
        Assert.Equal((4, false), (stores.Count, fifth.IsCompleted));
        stores[0].SetException(new IOException("storage is away"));
        await Assert.ThrowsAsync<IOException>(() => fifth);
        var ended = parts.DisposeAsync().AsTask();
        Assert.False(ended.IsCompleted);
        stores.ForEach(s => s.TrySetResult([]));
        await ended;

        Task<IReadOnlyList<PaperId>> Begin()
        {
            stores.Add(new TaskCompletionSource<IReadOnlyList<PaperId>>());
            return stores[^1].Task;
        }
    }

    private static byte[] Page(string about) => MemoryFlow.Page(Enumerable.Range(0, Papers).Select(i => $"{about} paper {i}"));
}
