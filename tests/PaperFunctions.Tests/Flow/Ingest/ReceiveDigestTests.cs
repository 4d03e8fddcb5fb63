using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Ingest;

public sealed class ReceiveDigestTests : IDisposable
{
    private const string Name = "week.txt";

    private readonly MemoryFlow _flow = new(("Digests:MaxBytes", "5000"));

    [Fact]
    public async Task A_dropped_digest_is_stored_reported_noted_and_handed_on()
    {
        var digest = await _flow.DropAsync(Name, "Glass Sponges", "Lantern Fish", "Hard Water");
        Assert.Equal(DigestState.Stored, digest.State);
        Assert.Equal(3, digest.NewPapers);
        Assert.Equal(["Glass Sponges", "Lantern Fish", "Hard Water"], await _flow.ListAsync(Name));
        Assert.Equal(digest.ContentHash, _flow.Blobs.Reports[Name].ContentHash);
        Assert.Equal(digest.Id, Assert.Single(_flow.Queues.Stored).DigestId);
        Assert.Equal(digest.Id, (await _flow.Digests.PendingAsync(default).SingleAsync()).DigestId);
    }

    [Fact]
    public async Task A_paper_known_by_its_id_alone_is_stored_and_no_candidate_until_its_title_comes()
    {
        var (start, links) = (_flow.Clock.GetUtcNow(), "https://arxiv.org/abs/2603.01234\nhttps://arxiv.org/abs/2603.01235\n");
        _flow.Blobs.Put("links.txt", System.Text.Encoding.UTF8.GetBytes(links));
        await _flow.Get<ReceiveDigest>().RunAsync("links.txt", again: false, default);
        Assert.Equal(["arXiv:2603.01234", "arXiv:2603.01235"], await _flow.ListAsync("links.txt"));
        Assert.Empty((await CandidatesAsync(start)).Papers);

        _flow.Blobs.Put("titles.md", "# Papers\n\n- [Paper Lanterns in the Wind](https://arxiv.org/abs/2603.01234)\n"u8.ToArray());
        await _flow.Get<ReceiveDigest>().RunAsync("titles.md", again: false, default);
        Assert.Equal("Paper Lanterns in the Wind", Assert.Single((await CandidatesAsync(start)).Papers).Paper.Title);
    }

    private async Task<PaperFunctions.Flow.Editions.Match.Candidates> CandidatesAsync(DateTimeOffset start) =>
        await _flow.Get<PaperFunctions.Flow.Editions.Match.FindCandidates>().RunAsync(start, _flow.Clock.GetUtcNow().AddHours(1), default);

    [Fact]
    public async Task The_same_content_again_changes_nothing_once_it_is_indexed()
    {
        await _flow.DropAsync(Name, "Glass Sponges");
        await _flow.Get<PaperFunctions.Flow.Ingest.Index.IndexDigest>().RunAsync(_flow.Queues.Stored[0], default);
        var before = await _flow.Digests.FindAsync(Digest.IdOf(Name), default);
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        await _flow.DropAsync(Name, "Glass Sponges");
        Assert.Equal(before!.Version, (await _flow.Digests.FindAsync(Digest.IdOf(Name), default))!.Version);
        Assert.Single(_flow.Queues.Stored);
    }

    [Fact]
    public async Task A_run_that_stopped_after_the_row_is_finished_by_the_next()
    {
        await _flow.DropAsync(Name, "Glass Sponges");
        _flow.Queues.Stored.Clear();
        _flow.Blobs.Reports.Clear();
        await _flow.Get<ReceiveDigest>().RunAsync(Name, again: false, default);
        Assert.Single(_flow.Queues.Stored);
        Assert.True(_flow.Blobs.Reports.ContainsKey(Name));
    }

    [Fact]
    public async Task Changed_content_replaces_the_list_even_where_it_shrinks()
    {
        await _flow.DropAsync(Name, "Glass Sponges", "Lantern Fish", "Hard Water");
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        var digest = await _flow.DropAsync(Name, "Bitter Tea");
        Assert.Equal((1, 1), (digest.Receipt.Entries, digest.NewPapers));
        Assert.Equal(["Bitter Tea"], await _flow.ListAsync(Name));
        Assert.Equal(2, _flow.Queues.Stored.Count);
    }

    [Fact]
    public async Task A_new_format_override_has_the_same_content_read_again()
    {
        await _flow.DropAsync(Name, "Glass Sponges");
        _flow.Blobs.Put(Name, MemoryFlow.Page("Glass Sponges"), format: "trending-spaced");
        await _flow.Get<ReceiveDigest>().RunAsync(Name, again: false, default);
        var digest = await _flow.DigestAsync(Name);
        Assert.Equal(("trending-spaced", "trending-spaced"), (digest.FormatOverride, digest.Receipt.Format));
    }

    [Fact]
    public async Task Reading_again_may_be_asked_for()
    {
        var first = await _flow.DropAsync(Name, "Glass Sponges");
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        await _flow.Get<ReceiveDigest>().RunAsync(Name, again: true, default);
        Assert.True((await _flow.DigestAsync(Name)).StoredAt > first.StoredAt);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_a_reason_and_the_old_list_goes()
    {
        await _flow.DropAsync(Name, "Glass Sponges");
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        var digest = await _flow.DropAsync(Name, [.. Enumerable.Range(0, 100).Select(i => $"Paper {i}")]);
        Assert.Equal(DigestState.Failed, digest.State);
        Assert.Contains("at most 5,000 are read", Assert.Single(digest.Receipt.Problems).Reason, StringComparison.Ordinal);
        Assert.Single(digest.FormerLists); // what was stored before is still on its way to the index
        Assert.Equal(DigestState.Failed, _flow.Blobs.Reports[Name].State);

        digest = await _flow.DropAsync(Name, "Glass Sponges");
        Assert.Equal(DigestState.Stored, digest.State);
        Assert.Equal(["Glass Sponges"], await _flow.ListAsync(Name));
    }

    [Theory]
    [InlineData("a/../b.txt")]
    [InlineData("./b.txt")]
    [InlineData("a/..")]
    public async Task A_name_that_leads_elsewhere_is_refused_with_a_reason(string name)
    {
        await _flow.Get<ReceiveDigest>().RunAsync(name, again: false, default);
        var digest = await _flow.DigestAsync(name);
        Assert.Equal(DigestState.Failed, digest.State);
        Assert.Contains("under another name", Assert.Single(digest.Receipt.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal(digest, _flow.Blobs.Reports[name]);
    }

    [Fact]
    public async Task A_blob_that_is_removed_while_it_is_read_does_not_stay_in_reading()
    {
        _flow.Blobs.BeforeEnd = name =>
        {
            _flow.Blobs.Delete(name);
            return Task.CompletedTask;
        };
        _flow.Blobs.Put(Name, MemoryFlow.Page("Glass Sponges"));
        var row = await _flow.Get<PaperFunctions.Flow.Ingest.Store.DigestRows>()
            .BeginAsync((await _flow.Blobs.FindAsync(Name, default))!, new string('a', 64), default);
        Assert.Equal(DigestState.Reading, row.Value.State);
        await _flow.Get<ReceiveDigest>().RunAsync(Name, again: false, default);
        var digest = await _flow.DigestAsync(Name);
        Assert.Equal(DigestState.Failed, digest.State);
        Assert.Contains("was removed", Assert.Single(digest.Receipt.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_that_is_gone_is_no_work()
    {
        await _flow.Get<ReceiveDigest>().RunAsync("gone.txt", again: false, default);
        Assert.Null(await _flow.Digests.FindAsync(Digest.IdOf("gone.txt"), default));
    }

    [Theory]
    [InlineData(1)] // before it is hashed
    [InlineData(2)] // before it is read
    public async Task A_blob_replaced_before_it_is_opened_is_read_as_what_it_is_now(int opening)
    {
        var opened = 0;
        _flow.Blobs.BeforeOpen = async _ =>
        {
            if (++opened == opening)
            {
                await ReplaceAsync();
            }
        };
        await AssertNewContentWinsAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_blob_replaced_while_it_is_read_is_read_as_what_it_is_now(int end)
    {
        var ends = 0;
        _flow.Blobs.BeforeEnd = async _ =>
        {
            if (++ends == end)
            {
                await ReplaceAsync();
            }
        };
        await AssertNewContentWinsAsync();
    }

    [Fact]
    public async Task A_blob_replaced_within_the_same_second_just_before_the_row_is_written_ends_as_what_it_is_now()
    {
        // The run of the newer content ends before the older one writes its row; both have the same time of upload.
        _flow.Blobs.Put(Name, MemoryFlow.Page("Glass Sponges"));
        var slow = new SlowArrivals(_flow, ReplaceAsync);
        await slow.Receive.RunAsync(Name, again: false, default);
        Assert.True(slow.Done);
        Assert.Equal(["Bitter Tea"], await _flow.ListAsync(Name));
        Assert.Equal(DigestState.Stored, (await _flow.DigestAsync(Name)).State);
    }

    public void Dispose() => _flow.Dispose();

    /// <summary>Somebody uploads other content, whose own run comes and ends at once.</summary>
    private async Task ReplaceAsync()
    {
        (_flow.Blobs.BeforeOpen, _flow.Blobs.BeforeEnd) = (_ => Task.CompletedTask, _ => Task.CompletedTask);
        await _flow.DropAsync(Name, "Bitter Tea");
    }

    private async Task AssertNewContentWinsAsync()
    {
        await _flow.DropAsync(Name, "Glass Sponges");
        Assert.Equal(["Bitter Tea"], await _flow.ListAsync(Name));
        Assert.Equal(DigestState.Stored, (await _flow.DigestAsync(Name)).State);
    }

    /// <summary>Another process's run, held up once its arrivals are stored.</summary>
    private sealed class SlowArrivals : PaperFunctions.Flow.Ingest.Store.IArrivalTable
    {
        private readonly MemoryFlow _flow;
        private readonly Func<Task> _meanwhile;

        public SlowArrivals(MemoryFlow flow, Func<Task> meanwhile)
        {
            (_flow, _meanwhile) = (flow, meanwhile);
            var store = new PaperFunctions.Flow.Ingest.Store.StoreEntries(
                flow.Papers, this, flow.Digests, flow.LookUps, flow.Clock,
                Microsoft.Extensions.Logging.Abstractions.NullLogger<PaperFunctions.Flow.Ingest.Store.StoreEntries>.Instance);
            var read = new ReadDigest(flow.Blobs, flow.Get<Microsoft.Extensions.Options.IOptions<DigestOptions>>(), flow.Clock);
            Receive = new ReceiveDigest(
                flow.Blobs, flow.Get<PaperFunctions.Flow.Ingest.Store.DigestRows>(), read, store, flow.Queues,
                flow.Get<FlowMetrics>(), flow.Clock,
                Microsoft.Extensions.Logging.Abstractions.NullLogger<ReceiveDigest>.Instance);
        }

        public ReceiveDigest Receive { get; }

        public bool Done { get; private set; }

        public async Task PutAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
        {
            await _flow.Arrivals.PutAsync(papers, cancellationToken);
            if (!Done)
            {
                Done = true;
                await _meanwhile();
            }
        }

        public Task<IReadOnlySet<PaperId>> FindAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken) =>
            _flow.Arrivals.FindAsync(papers, cancellationToken);

        public Task RemoveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken) =>
            _flow.Arrivals.RemoveAsync(papers, cancellationToken);

        public IAsyncEnumerable<StoredPaper> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
            _flow.Arrivals.ReadAsync(from, to, cancellationToken);

        public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken) =>
            _flow.Arrivals.ExpireAsync(before, cancellationToken);
    }
}
