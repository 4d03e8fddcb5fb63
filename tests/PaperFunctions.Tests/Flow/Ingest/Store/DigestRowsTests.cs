using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;
using PaperFunctions.Tests.Memory;

namespace PaperFunctions.Tests.Flow.Ingest.Store;

public class DigestRowsTests
{
    private readonly MemoryDigestTable _table = new();
    private readonly TestClock _clock = new();
    private readonly DigestRows _rows;

    public DigestRowsTests() => _rows = new DigestRows(_table, _clock);

    [Fact]
    public async Task A_digest_is_begun_completed_and_indexed()
    {
        var row = await BeginAsync("aaaa");
        Assert.Equal(DigestState.Reading, row.Value.State);
        Assert.NotNull(await _rows.CompleteAsync(row, Stored(row), CancellationToken.None));
        await _rows.NotePendingAsync(row.Value, CancellationToken.None);
        await _rows.MarkIndexedAsync(await CurrentAsync(), 2, CancellationToken.None);

        var digest = await CurrentAsync();
        Assert.Equal(DigestState.Indexed, digest.State);
        Assert.Equal(_clock.GetUtcNow(), digest.IndexedAt);
        Assert.Equal(2, digest.RejectedDocuments);
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task A_partial_digest_stays_partial_when_it_is_indexed()
    {
        var row = await BeginAsync("aaaa");
        await _rows.CompleteAsync(row, Stored(row) with { State = DigestState.Partial }, CancellationToken.None);
        await _rows.MarkIndexedAsync(await CurrentAsync(), 0, CancellationToken.None);
        Assert.Equal((DigestState.Partial, _clock.GetUtcNow()), ((await CurrentAsync()).State, (await CurrentAsync()).IndexedAt));
    }

    [Fact]
    public async Task While_new_content_is_read_the_old_list_is_shown_and_then_removed()
    {
        var first = await BeginAsync("aaaa");
        await EnterAsync(first.Value, "old");
        await _rows.CompleteAsync(first, Stored(first), CancellationToken.None);
        await _rows.MarkIndexedAsync(await CurrentAsync(), 0, CancellationToken.None);

        var second = await BeginAsync("bbbb");
        await EnterAsync(second.Value, "new");
        Assert.Equal("old", await ShownAsync());
        await _rows.CompleteAsync(second, Stored(second), CancellationToken.None);
        Assert.Equal("new", await ShownAsync());
        Assert.Empty(await _table.EntriesAsync(first.Value.ListId, CancellationToken.None).ToListAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_stops_before_it_has_removed_the_old_list_leaves_none_that_nobody_knows(bool replacedAgain)
    {
        var first = await IndexedAsync("aaaa", "old");
        var second = await BeginAsync("bbbb");
        await EnterAsync(second.Value, "new");
        var stopping = new StoppingAt(_table, first.ListId);
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => new DigestRows(stopping, _clock).CompleteAsync(second, Stored(second), CancellationToken.None));
        Assert.NotEmpty(await _table.EntriesAsync(first.ListId, CancellationToken.None).ToListAsync());

        await (replacedAgain ? IndexedAsync("cccc", "newest") : _rows.RemovePreviousAsync(await CurrentAsync(), CancellationToken.None));
        Assert.Empty(await _table.EntriesAsync(first.ListId, CancellationToken.None).ToListAsync());
        Assert.Null((await CurrentAsync()).PreviousListId);
        Assert.Equal(replacedAgain ? "newest" : "new", await ShownAsync());
    }

    [Fact]
    public async Task A_run_that_stops_before_it_has_removed_the_list_of_content_that_was_replaced_removes_it_the_next_time()
    {
        var first = await BeginAsync("aaaa");
        await EnterAsync(first.Value, "old");
        await _rows.CompleteAsync(first, Stored(first), CancellationToken.None);
        var second = await BeginAsync("bbbb");
        await EnterAsync(second.Value, "new");
        await _rows.CompleteAsync(second, Stored(second), CancellationToken.None);
        var stopping = new DigestRows(new StoppingAt(_table, first.Value.ListId), _clock);
        var seen = await CurrentAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => stopping.MarkIndexedAsync(seen, 0, CancellationToken.None));

        await _rows.MarkIndexedAsync(await CurrentAsync(), 0, CancellationToken.None);
        Assert.Empty(await _table.EntriesAsync(first.Value.ListId, CancellationToken.None).ToListAsync());
        Assert.False((await CurrentAsync()).AwaitsIndex);
    }

    private async Task<Digest> IndexedAsync(string hash, string title)
    {
        var row = await BeginAsync(hash);
        await EnterAsync(row.Value, title);
        await _rows.CompleteAsync(row, Stored(row), CancellationToken.None);
        await _rows.MarkIndexedAsync(await CurrentAsync(), 0, CancellationToken.None);
        return await CurrentAsync();
    }

    [Fact]
    public async Task A_run_whose_content_was_replaced_does_not_complete()
    {
        var older = await BeginAsync("aaaa");
        _clock.Advance(TimeSpan.FromSeconds(5));
        var newer = await BeginAsync("bbbb");
        await EnterAsync(older.Value, "old");
        Assert.Null(await _rows.CompleteAsync(older, Stored(older), CancellationToken.None));
        Assert.NotNull(await _rows.CompleteAsync(newer, Stored(newer), CancellationToken.None));
        Assert.StartsWith("bbbb", (await CurrentAsync()).ContentHash, StringComparison.Ordinal);
        await _rows.MarkIndexedAsync(await CurrentAsync(), 0, CancellationToken.None);
        Assert.Empty(await _table.EntriesAsync(older.Value.ListId, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_list_that_is_not_in_the_index_yet_is_kept_until_it_is_even_while_newer_content_is_being_read()
    {
        var first = await BeginAsync("aaaa");
        await EnterAsync(first.Value, "old");
        await _rows.CompleteAsync(first, Stored(first), CancellationToken.None);
        var second = await BeginAsync("bbbb");
        Assert.Equal([first.Value.ListId], (await CurrentAsync()).FormerLists);

        await _rows.NotePendingAsync(second.Value, CancellationToken.None);
        await _rows.MarkIndexedAsync(await CurrentAsync(), 0, CancellationToken.None);
        Assert.Equal("old", await ShownAsync());
        Assert.Single(await PendingAsync());

        var completed = (await _rows.CompleteAsync(second, Stored(second), CancellationToken.None))!;
        Assert.Empty(completed.FormerLists);
        Assert.Empty(await _table.EntriesAsync(first.Value.ListId, CancellationToken.None).ToListAsync());
        await _rows.MarkIndexedAsync(completed, 0, CancellationToken.None);
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task Two_runs_of_the_same_content_both_complete_and_keep_its_list()
    {
        var one = await BeginAsync("aaaa");
        var other = await BeginAsync("aaaa");
        await EnterAsync(one.Value, "kept");
        Assert.NotNull(await _rows.CompleteAsync(one, Stored(one), CancellationToken.None));
        Assert.NotNull(await _rows.CompleteAsync(other, Stored(other), CancellationToken.None));
        Assert.Equal("kept", await ShownAsync());
    }

    [Fact]
    public async Task Content_that_was_replaced_or_read_again_is_not_marked_as_indexed_by_an_older_push()
    {
        var first = await BeginAsync("aaaa");
        await _rows.CompleteAsync(first, Stored(first), CancellationToken.None);
        await _rows.NotePendingAsync(first.Value, CancellationToken.None);
        var pushed = await CurrentAsync();

        _clock.Advance(TimeSpan.FromSeconds(5));
        var again = await BeginAsync("aaaa");
        await _rows.CompleteAsync(again, Stored(again), CancellationToken.None);
        await _rows.MarkIndexedAsync(pushed, 0, CancellationToken.None);
        Assert.Null((await CurrentAsync()).IndexedAt);
        Assert.Single(await PendingAsync());
    }

    [Fact]
    public async Task A_digest_keeps_the_time_of_its_first_upload()
    {
        var uploaded = _clock.GetUtcNow();
        var row = await BeginAsync("aaaa");
        await _rows.CompleteAsync(row, Stored(row), CancellationToken.None);
        _clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(uploaded, (await BeginAsync("bbbb")).Value.FirstUploadedAt);
    }

    private Task<Versioned<Digest>> BeginAsync(string hash) =>
        _rows.BeginAsync(new DigestBlob("a.txt", "v", 10, _clock.GetUtcNow(), null), hash.PadRight(64, '0'), CancellationToken.None);

    private Digest Stored(Versioned<Digest> row) =>
        row.Value with { State = DigestState.Stored, StoredAt = _clock.GetUtcNow(), Receipt = new Receipt { Entries = 1 } };

    private Task EnterAsync(Digest digest, string title) =>
        _table.PutEntriesAsync(digest.ListId, [new DigestEntry(1, 1, new PaperId("0"), title)], CancellationToken.None);

    private async Task<Digest> CurrentAsync() => (await _rows.FindAsync("a.txt", CancellationToken.None))!.Value;

    private async Task<string> ShownAsync() =>
        (await _table.EntriesAsync((await CurrentAsync()).ShownListId, CancellationToken.None).SingleAsync()).Title;

    private async Task<List<PendingDigest>> PendingAsync() => await _table.PendingAsync(CancellationToken.None).ToListAsync();
}
