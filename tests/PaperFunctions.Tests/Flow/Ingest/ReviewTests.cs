using System.Text;
using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Ingest;

/// <summary>Digests whose entries do not look like papers, from the drop to the operator's decision.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Name = "notes.csv";

    /// <summary>A table with a title column, about nothing that is known.</summary>
    private const string Notes = "title,link\nHow we moved house,https://example.org/1\nA cake for Tuesday,https://example.org/2\nThe "
        + "garden in May,https://example.org/3\n";

    private readonly MemoryFlow _flow = new();

    [Fact]
    public async Task Nothing_of_a_doubtful_digest_is_stored_indexed_or_mailed_before_it_is_accepted()
    {
        var digest = await DropAsync(Notes);
        Assert.Equal((DigestState.NeedsReview, 3, 3, 0), (digest.State, digest.Receipt.Entries, digest.Receipt.Doubtful, digest.NewPapers));
        Assert.Equal("How we moved house", digest.Receipt.Sample[0].Title);
        Assert.NotNull(digest.Receipt.Sample[0].Doubt);
        Assert.Empty(await ArrivalsAsync());
        Assert.Empty(_flow.Queues.Stored);
        Assert.Empty(await _flow.ListAsync(Name));
        Assert.Equal(DigestState.NeedsReview, _flow.Blobs.Reports[Name].State);
    }

    [Fact]
    public async Task What_is_accepted_arrives_when_it_is_accepted()
    {
        var digest = await DropAsync(Notes);
        _flow.Clock.Advance(TimeSpan.FromDays(2));
        var accepted = _flow.Clock.GetUtcNow();
        Assert.True((await DecideAsync(digest, ReviewDecision.Accepted))!.IsAccepted);
        await ReadAgainAsync();
        digest = await _flow.DigestAsync(Name);
        Assert.Equal((DigestState.Stored, 3, 3), (digest.State, digest.NewPapers, digest.Receipt.Doubtful));
        Assert.Empty(digest.Receipt.Sample);
        Assert.All(await ArrivalsAsync(), paper => Assert.True(paper.FirstSeen >= accepted));
        await _flow.Get<IndexDigest>().RunAsync(_flow.Queues.Stored[0], default);
        Assert.Equal(DigestState.Indexed, (await _flow.DigestAsync(Name)).State);

        // Reading it again asks nobody again.
        await ReadAgainAsync();
        Assert.Equal(DigestState.Stored, (await _flow.DigestAsync(Name)).State);
    }

    [Fact]
    public async Task Accepting_twice_stores_the_papers_once()
    {
        var digest = await DropAsync(Notes);
        await DecideAsync(digest, ReviewDecision.Accepted);
        await DecideAsync(digest, ReviewDecision.Accepted);
        await ReadAgainAsync();
        await ReadAgainAsync();
        Assert.Equal(3, (await ArrivalsAsync()).Count);
        Assert.Equal(DigestState.Stored, (await DecideAsync(digest, ReviewDecision.Refused))!.State);
        Assert.Equal(DigestState.Stored, (await _flow.DigestAsync(Name)).State);
    }

    [Fact]
    public async Task An_acceptance_whose_message_was_lost_holds_for_the_next_reading()
    {
        var digest = await DropAsync(Notes);
        await DecideAsync(digest, ReviewDecision.Accepted);
        await _flow.Get<ReceiveDigest>().RunAsync(Name, again: false, default);
        Assert.Equal(DigestState.Stored, (await _flow.DigestAsync(Name)).State);
    }

    [Fact]
    public async Task A_refusal_holds_where_a_reading_was_on_its_way()
    {
        var digest = await DropAsync(Notes);
        await DecideAsync(digest, ReviewDecision.Accepted);
        await DecideAsync(digest, ReviewDecision.Refused);
        await ReadAgainAsync();
        Assert.Equal(DigestState.Refused, (await _flow.DigestAsync(Name)).State);
        Assert.Empty(await ArrivalsAsync());
    }

    [Fact]
    public async Task What_is_refused_stays_refused_until_somebody_asks_again()
    {
        var digest = await DropAsync(Notes);
        Assert.Equal(DigestState.Refused, (await DecideAsync(digest, ReviewDecision.Refused))!.State);
        Assert.Equal(DigestState.Refused, _flow.Blobs.Reports[Name].State);
        Assert.Equal(DigestState.Refused, (await DropAsync(Notes)).State);
        await _flow.Get<DigestRows>().NoteAgainAsync(digest.Id, default);
        await ReadAgainAsync();
        Assert.Equal(DigestState.NeedsReview, (await _flow.DigestAsync(Name)).State);
        Assert.Empty(await ArrivalsAsync());
    }

    [Fact]
    public async Task A_decision_is_not_taken_for_content_that_came_in_since()
    {
        var seen = await DropAsync(Notes);
        _flow.Clock.Advance(TimeSpan.FromMinutes(1));
        await DropAsync(Notes + "A song about rain,https://example.org/4\n");
        Assert.Null(await DecideAsync(seen, ReviewDecision.Accepted));
        Assert.Equal(DigestState.NeedsReview, (await _flow.DigestAsync(Name)).State);
    }

    [Fact]
    public async Task A_second_run_that_ends_after_the_decision_does_not_undo_it()
    {
        var rows = _flow.Get<DigestRows>();
        var digest = await DropAsync(Notes);
        var blob = (await _flow.Blobs.FindAsync(Name, default))!;
        var slow = await rows.BeginAsync(blob, digest.ContentHash, default);
        await ReadAgainAsync();
        await DecideAsync(await _flow.DigestAsync(Name), ReviewDecision.Accepted);
        Assert.Null(await rows.CompleteAsync(slow, slow.Value with { State = DigestState.NeedsReview, StoredAt = _flow.Clock.GetUtcNow() },
            default));
        Assert.True((await _flow.DigestAsync(Name)).IsAccepted);
    }

    [Fact]
    public async Task A_list_with_a_link_to_a_paper_in_each_entry_needs_no_review()
    {
        var digest = await DropAsync(string.Concat("title,link\n", "Glass Sponges,https://arxiv.org/abs/2401.00001\n",
            "Lantern Fish,https://arxiv.org/abs/2401.00002\n"));
        Assert.Equal((DigestState.Stored, 0), (digest.State, digest.Receipt.Doubtful));
    }

    [Fact]
    public async Task A_long_digest_is_judged_before_its_first_entry_is_stored()
    {
        var digest = await DropAsync("title,link\n"
            + string.Concat(Enumerable.Range(0, 1500).Select(i => $"A walk number {i},https://example.org/{i}\n")));
        Assert.Equal((DigestState.NeedsReview, 1500, 10), (digest.State, digest.Receipt.Entries, digest.Receipt.Sample.Count));
        Assert.Empty(await ArrivalsAsync());
    }

    public void Dispose() => _flow.Dispose();

    private async Task<Digest> DropAsync(string text)
    {
        _flow.Blobs.Put(Name, Encoding.UTF8.GetBytes(text), format: "csv");
        await _flow.Get<ReceiveDigest>().RunAsync(Name, again: false, default);
        return await _flow.DigestAsync(Name);
    }

    private Task<Digest?> DecideAsync(Digest digest, ReviewDecision decision) =>
        _flow.Get<DecideReview>().RunAsync(digest.SeenAs, decision, default);

    private Task ReadAgainAsync() => _flow.Get<ReceiveDigest>().RunAsync(Name, again: true, default);

    private async Task<List<StoredPaper>> ArrivalsAsync() =>
        await _flow.Arrivals.ReadAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default).ToListAsync();
}
