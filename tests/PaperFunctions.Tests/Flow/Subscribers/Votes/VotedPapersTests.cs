using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Contracts;
using PaperFunctions.Tests.Flow.Parts;
using PaperFunctions.Tests.Memory;

namespace PaperFunctions.Tests.Flow.Subscribers.Votes;

public sealed class VotedPapersTests
{
    private readonly MemoryVoteTable _votes = new();
    private readonly MemoryPaperTable _papers = new();

    [Fact]
    public async Task A_vote_is_learned_from_without_reading_its_paper()
    {
        var paper = new StoredPaper(Make.PaperId(), new Paper { Title = "Sponge reefs", Abstract = "They grow for centuries." });
        await new CastVote(_votes, _papers, new MemoryDeliveryTable(), new TestClock()).RunAsync("reader", paper, 1, 0, default);

        // The table of papers holds nothing.
        var taste = (await _votes.ReadTasteAsync(_papers, "reader", default)).Taste([], default);
        Assert.Equal(("They grow for centuries.", 1), (taste.Rated.Single().Paper.Abstract, taste.Rated.Single().Value));
    }

    [Fact]
    public async Task The_paper_of_a_vote_without_a_text_is_read_under_any_of_its_names()
    {
        var (id, name) = (Make.PaperId(), Make.PaperId());
        var stored = new StoredPaper(id, new Paper { Title = "Tide gauges" });
        await _papers.TryWriteAsync([new PaperRow.Known(stored, null)], default);
        await _papers.TryWriteAsync([new PaperRow.Alias(name, id, null)], default);
        await _votes.PutAsync("reader", new Vote(name, -1, default), default);

        Assert.Equal(id, (await _votes.ReadTasteAsync(_papers, "reader", default)).All.Single().Stored?.Id);
    }
}
