using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public sealed class SpellingTests
{
    private static readonly CandidateSet Coast = CandidateSet.Build(
    [
        .. Shelf.Papers,
        Shelf.Paper("Tide tables by graph neural network (GNN)", "A graph neural network (GNN) reads the tide from many gauges."),
        Shelf.Paper("Harbours seen by graph neural networks (GNNs)", "Graph neural networks (GNNs) count ships."),
    ]);

    [Theory]
    [InlineData("spnge reefs", "sponge reefs")]
    [InlineData("glass spogne", "glass sponge")]
    [InlineData("the delyas of trains", "the delays of trains")]
    [InlineData("\"sponge\" reefs", null)]
    [InlineData("sponges", null)]
    [InlineData("xylophones", null)]
    [InlineData("tee", null)]
    [InlineData("", null)]
    public void A_word_that_no_paper_has_gives_way_to_one_a_slip_away(string typed, string? meant) =>
        Assert.Equal(meant, Spelling.Respelled(Coast, typed));

    [Fact]
    public void An_acronym_leads_to_its_phrase_and_back()
    {
        Assert.Equal(["\"graph neural network\""], Spelling.SameMeaning(Coast, "GNN"));
        Assert.Contains("GNN", Spelling.SameMeaning(Coast, "graph neural networks"));
        Assert.Empty(Spelling.SameMeaning(Coast, "sponge reefs"));
    }

    [Fact]
    public void A_text_of_any_length_takes_a_bounded_time()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => "qqqqqqqq"));
        Assert.Null(Spelling.Respelled(Coast, text));
        Assert.Empty(Spelling.SameMeaning(Coast, "\0\ud800(((" + new string('a', 10_000)));
    }

    [Fact]
    public void A_topic_is_found_by_most_of_its_words_and_a_phrase_by_all()
    {
        Assert.True(Coast.Finds("sponge reefs"));
        Assert.True(Coast.Finds("GNN"));
        Assert.False(Coast.Finds("zeppelins"));
        Assert.Equal(2, Coast.WithPhrase("sponge reefs").Count);
        Assert.Empty(Coast.WithPhrase("reefs sponge"));
    }

    [Fact]
    public void The_card_names_neither_the_readers_own_topics_nor_words_that_tell_nothing()
    {
        var paper = new Paper { Title = "Five Tea Leaves Held over Steam", Abstract = "Tea runs. A kettle, and a saucer." };
        var liked = new RatedPaper(paper, 1, Shelf.Now.AddDays(-1));
        var set = CandidateSet.Build(
            [.. Shelf.Papers, Shelf.Paper(paper.Title, paper.Abstract),
                Shelf.Paper("Steam over Five Kettles", "Steam runs, and is held by a lid.")]);
        Assert.Contains(set.Card(new TasteInput([], [liked], Shelf.Now)).Liked, t => t.Term == "tea");
        var terms = set.Card(new TasteInput([Shelf.Topic("tea")], [liked], Shelf.Now)).Liked.Select(t => t.Term).ToList();
        Assert.Contains("steam", terms);
        Assert.DoesNotContain(terms, t => t is "tea" or "five" or "held" or "runs" or "kettle");
        Assert.Empty(set.Card(new TasteInput([Shelf.Topic("tea")], [], Shelf.Now)).Liked);
    }
}
