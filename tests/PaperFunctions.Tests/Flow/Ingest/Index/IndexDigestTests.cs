using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Ingest.Index;

public sealed class IndexDigestTests : IDisposable
{
    private readonly MemoryFlow _flow = new();

    [Fact]
    public async Task A_stored_digest_is_pushed_in_batches_and_marked()
    {
        await _flow.DropAsync("many.txt", [.. Enumerable.Range(0, IndexDigest.BatchSize + 20).Select(i => $"Sponge paper {i}")]);
        await IndexAsync();
        Assert.Equal([IndexDigest.BatchSize, 20], _flow.Index.Pushes);
        Assert.Equal(DigestState.Indexed, (await _flow.DigestAsync("many.txt")).State);
        Assert.Empty(await _flow.Digests.PendingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_second_message_is_no_work()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        await IndexAsync();
        await IndexAsync();
        Assert.Single(_flow.Index.Pushes);
    }

    [Fact]
    public async Task A_note_that_a_stop_left_behind_goes_with_the_next_message()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        var noted = await _flow.Digests.PendingAsync(default).SingleAsync();
        await IndexAsync();
        await _flow.Digests.PutPendingAsync(noted, default);
        await IndexAsync();
        Assert.Empty(await _flow.Digests.PendingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task While_search_is_down_the_digest_stays_noted()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        _flow.Index.Down = true;
        await IndexAsync();
        Assert.Equal(DigestState.Stored, (await _flow.DigestAsync("a.txt")).State);
        Assert.Single(await _flow.Digests.PendingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Search_that_is_down_for_an_hour_fails_no_message_and_sends_no_second_one()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        _flow.Index.Down = true;
        var (message, up) = (_flow.Queues.Stored[^1], _flow.Clock.GetUtcNow().AddHours(1));
        while (_flow.Clock.GetUtcNow() < up)
        {
            await _flow.Get<IndexDigest>().RunAsync(message, default);
            (message, var delay) = _flow.Queues.StoredLater[^1];
            _flow.Clock.Advance(delay);
            await _flow.Get<PaperFunctions.Flow.Editions.Schedule.QueueDue>().RunAsync(default);
        }

        Assert.Single(_flow.Queues.Stored);
        _flow.Index.Down = false;
        await _flow.Get<IndexDigest>().RunAsync(message, default);
        Assert.Equal(DigestState.Indexed, (await _flow.DigestAsync("a.txt")).State);
    }

    [Fact]
    public async Task A_file_that_is_replaced_before_it_was_indexed_is_indexed_with_what_replaces_it()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        var former = (await _flow.DigestAsync("a.txt")).ListId;
        await _flow.DropAsync("a.txt", "Lantern Fish");
        await IndexAsync();
        Assert.Equal(["Glass Sponges", "Lantern Fish"], _flow.Index.Documents.Values.Select(p => p.Paper.Title).Order());
        Assert.Empty(await _flow.Digests.EntriesAsync(former, default).ToListAsync());
        Assert.Empty((await _flow.DigestAsync("a.txt")).FormerLists);
        Assert.Empty(await _flow.Digests.PendingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task What_replaces_it_may_have_no_papers_at_all()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        _flow.Blobs.Put("a.txt", [0, 1, 2, 3]);
        await _flow.Get<PaperFunctions.Flow.Ingest.ReceiveDigest>().RunAsync("a.txt", again: false, default);
        await IndexAsync();
        var digest = await _flow.DigestAsync("a.txt");
        Assert.False(digest.HasPapers);
        Assert.Null(digest.IndexedAt);
        Assert.Equal("Glass Sponges", Assert.Single(_flow.Index.Documents).Value.Paper.Title);
        Assert.Empty(await _flow.Digests.PendingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Content_that_was_cut_short_and_then_replaced_leaves_nothing_behind()
    {
        // Killed after the papers were written, before the arrivals: nobody reads this content again.
        _flow.Blobs.Put("a.txt", MemoryFlow.Page("Glass Sponges"));
        var blob = (await _flow.Blobs.FindAsync("a.txt", default))!;
        var begun = await _flow.Get<DigestRows>().BeginAsync(blob, new string('a', 64), default);
        await Assert.ThrowsAsync<StoppedException>(() => Stopping.AtArrivals(_flow).RunAsync(
            begun.Value, [new Entry(1, 1, new Paper { Title = "Glass Sponges" })], likelyNew: false, default));

        await _flow.DropAsync("a.txt", "Lantern Fish");
        await IndexAsync();
        Assert.Equal(["Glass Sponges", "Lantern Fish"], _flow.Index.Documents.Values.Select(p => p.Paper.Title).Order());
        var arrived = await _flow.Arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default).ToListAsync();
        Assert.Equal(2, arrived.Count);
        Assert.Empty(await _flow.Digests.EntriesAsync(begun.Value.ListId, default).ToListAsync());
    }

    [Fact]
    public async Task A_paper_that_content_cut_short_left_under_two_names_becomes_one()
    {
        await _flow.DropAsync("b.txt", "Glass Sponges");
        _flow.Blobs.Put("a.txt", MemoryFlow.Page("Glass Sponges"));
        var begun = await _flow.Get<DigestRows>().BeginAsync((await _flow.Blobs.FindAsync("a.txt", default))!, new string('a', 64), default);

        // Killed after the paper was written under its id, before its title was found to be known.
        var paper = new Paper { Title = "Glass Sponges", ArxivId = "2611.00001" };
        var id = PaperKey.Of(paper)[0].ToId();
        await _flow.Digests.PutEntriesAsync(begun.Value.ListId, [new DigestEntry(1, 1, id, paper.Title)], default);
        var stored = new StoredPaper(id, paper) { FirstSeen = _flow.Clock.GetUtcNow(), Digests = [begun.Value.Id] };
        await _flow.Papers.TryWriteAsync([new PaperRow.Known(stored, null)], default);

        await _flow.DropAsync("a.txt", "Lantern Fish");
        await IndexAsync();
        Assert.Single(await _flow.Papers.ResolveAsync([.. PaperKey.Of(paper).Select(key => key.ToId())], default));
        Assert.Equal(2, (await _flow.Arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default).ToListAsync()).Count);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_document_refused_for_now_is_pushed_again_alone(int status)
    {
        await _flow.DropAsync("a.txt", "Glass Sponges", "Lantern Fish", "Hard Water");
        var odd = IdOf("Lantern Fish");
        _flow.Index.Refuse = (id, push) => id == odd && push < 3 ? status : null;
        await IndexAsync();
        Assert.Equal([3, 1, 1], _flow.Index.Pushes);
        Assert.Equal(3, _flow.Index.Documents.Count);
        Assert.Equal(0, (await _flow.DigestAsync("a.txt")).RejectedDocuments);
    }

    [Fact]
    public async Task A_document_refused_for_good_is_counted_and_the_others_are_in()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges", "Lantern Fish");
        var odd = IdOf("Lantern Fish");
        _flow.Index.Refuse = (id, _) => id == odd ? 400 : null;
        await IndexAsync();
        Assert.Equal([2], _flow.Index.Pushes);
        Assert.Equal(1, (await _flow.DigestAsync("a.txt")).RejectedDocuments);
    }

    [Fact]
    public async Task A_document_refused_again_and_again_leaves_the_digest_pending()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        _flow.Index.Refuse = (_, _) => 429;
        await IndexAsync();
        Assert.Single(_flow.Queues.StoredLater);
        Assert.Null((await _flow.DigestAsync("a.txt")).IndexedAt);
        Assert.Single(await _flow.Digests.PendingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_removal_of_a_former_document_that_is_refused_for_now_is_tried_again()
    {
        var (kept, former) = await MergedAsync();
        _flow.Index.Documents[former] = Contracts.Make.Stored("stale");
        _flow.Index.Refuse = (id, push) => id == former && push == 1 ? 503 : null;
        await IndexAsync();
        Assert.Equal([kept], _flow.Index.Documents.Keys);
    }

    [Fact]
    public async Task A_paper_merged_by_another_digest_during_the_push_leaves_no_older_document()
    {
        await _flow.DropAsync("a.txt", "Glass Sponges");
        var first = true;
        _flow.Index.BeforePush = async () =>
        {
            if (first)
            {
                first = false;
                var store = _flow.Get<PaperFunctions.Flow.Ingest.Store.StoreEntries>();
                var digest = new Digest { Id = Digest.IdOf("b"), Name = "b", ContentHash = new string('b', 64) };
                await store.RunAsync(digest, [new Entry(1, 1, new Paper { Title = "Glass Sponges", ArxivId = "2401.00001" })], likelyNew: false, default);
            }
        };
        await IndexAsync();
        Assert.Equal("2401.00001", Assert.Single(_flow.Index.Documents).Value.Paper.ArxivId);
    }

    public void Dispose() => _flow.Dispose();

    private Task IndexAsync() => _flow.Get<IndexDigest>().RunAsync(_flow.Queues.Stored[^1], default);

    private static PaperId IdOf(string title) => PaperKey.Of(new Paper { Title = title })[0].ToId();

    /// <summary>Two papers, known apart, then told to be one by a third listing that waits for the index.</summary>
    private async Task<(PaperId Kept, PaperId Former)> MergedAsync()
    {
        await StoreAsync("a", new Paper { Title = "Glass Sponges", Doi = "10.55555/s.1" });
        await StoreAsync("b", new Paper { Title = "Sponges of Glass", ArxivId = "2401.00001" });
        await StoreAsync("c", new Paper { Title = "Sponges of Glass", ArxivId = "2401.00001", Doi = "10.55555/s.1" });
        var paper = await _flow.Arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default).SingleAsync();
        return (paper.Id, Assert.Single(paper.FormerIds));
    }

    private async Task StoreAsync(string name, Paper paper)
    {
        _flow.Clock.Advance(TimeSpan.FromMinutes(1));
        var digest = new Digest { Id = Digest.IdOf(name), Name = name, ContentHash = new string('c', 64), State = DigestState.Stored };
        await _flow.Get<PaperFunctions.Flow.Ingest.Store.StoreEntries>().RunAsync(digest, [new Entry(1, 1, paper)], likelyNew: false, default);
        await _flow.Digests.TrySaveAsync(new Versioned<Digest>(digest, null), default);
        await _flow.Queues.SendAsync(new PaperFunctions.Flow.Queues.DigestStored(1, digest.Id), default);
    }
}
