using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using static PaperFunctions.Tests.Contracts.Make;

namespace PaperFunctions.Tests.Contracts;

public abstract class VoteTableContract
{
    protected abstract IVoteTable Table { get; }

    [Fact]
    public async Task The_last_vote_on_a_paper_counts_and_votes_can_be_taken_back()
    {
        var (reader, a, b) = (Id(), PaperId(), PaperId());
        await Table.PutAsync(reader, new Vote(a, -1, At(7)), None);
        await Table.PutAsync(reader, new Vote(a, +1, At(8)), None);
        await Table.PutAsync(reader, new Vote(b, -1, At(9)), None);
        await Table.RemoveAsync(reader, b, None);
        await Table.RemoveAsync(reader, b, None);

        Assert.Equal([new Vote(a, +1, At(8))], await Table.ReadAsync(reader, None).ToListAsync());
        Assert.Empty(await Table.ReadAsync(Id(), None).ToListAsync());
    }

    [Fact]
    public async Task A_vote_keeps_the_text_that_it_was_cast_on()
    {
        var (reader, paper) = (Id(), new Paper { Title = "Sponge reefs", Abstract = "They grow.", Authors = ["Mira Oduya"] });
        await Table.PutAsync(reader, new Vote(PaperId(), 1, At(7)) { Text = paper }, None);
        var read = Assert.Single(await Table.ReadAsync(reader, None).ToListAsync());
        Assert.Equal((paper.Title, paper.Abstract, "Mira Oduya"), (read.Text!.Title, read.Text.Abstract, read.Text.Authors.Single()));
        Assert.Null(read.Brought);
    }

    [Fact]
    public async Task Many_votes_are_put_at_once_with_what_the_reader_brought_along()
    {
        var reader = Id();
        var brought = new Paper { Title = "A paper that no digest has", Abstract = new string('a', 40_000), Authors = ["A. Writer"] };
        Vote[] votes = [.. Enumerable.Range(0, 150).Select(_ => new Vote(PaperId(), 1, At(7)) { Brought = brought })];
        await Table.PutAllAsync(reader, votes, None);

        var read = await Table.ReadAsync(reader, None).ToListAsync();
        Assert.Equal(votes.Select(v => v.Paper).ToHashSet(), read.Select(v => v.Paper).ToHashSet());
        Assert.All(read, v => Assert.Equal((brought.Title, brought.Abstract), (v.Brought!.Title, v.Brought.Abstract)));
    }

    [Fact]
    public async Task All_votes_of_one_reader_go_at_once_and_no_others()
    {
        var (leaver, stayer) = (Id(), Id());
        await Table.PutAsync(leaver, new Vote(PaperId(), 1, At(7), 12), None);
        await Table.PutAsync(leaver, new Vote(PaperId(), 1, At(7)), None);
        await Table.PutAsync(stayer, new Vote(PaperId(), 1, At(7), 12) { EditionPapers = 3 }, None);
        await Table.RemoveAllAsync(leaver, None);

        Assert.Empty(await Table.ReadAsync(leaver, None).ToListAsync());
        var stayed = Assert.Single(await Table.ReadAsync(stayer, None).ToListAsync());
        Assert.Equal((12, 3), (stayed.EditionDay, stayed.EditionPapers));
    }
}
