using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking.Topics;

public class TopicTests
{
    private static readonly StoredPaper Reef = Shelf.Paper("Quiet Deep Reef Monitoring at Dusk",
        "We describe quiet deep reef monitoring (QDRM). QDRM needs lamps.");

    [Theory]
    [InlineData("quiet deep reef monitoring", "A Buoy for QDRM", "QDRM from a buoy.", "the title says 'QDRM'")]
    [InlineData("multi-tide sampling", "Multitide Sampling of Plankton", "Plankton.", "the title says 'Multitide Sampling'")]
    [InlineData("multitide sampling", "Multi-Tide Sampling of Plankton", "Plankton.", "the title says 'Multi-Tide Sampling'")]
    [InlineData("plankton recommender", "Plankton Recommendation by Colour", "Plankton.", "the title says 'Plankton Recommendation'")]
    [InlineData("harbour modelling", "Harbor Modeling", "Quays.", "the title says 'Harbor Modeling'")]
    [InlineData("plankton clouds", "Clouds over Sea", "Here plankton clouds drift.", "in the abstract")]
    public void A_topic_is_found_however_a_paper_writes_it_and_quoted_so(string topic, string title, string text, string said)
    {
        var paper = Shelf.Paper(title, text);
        var set = CandidateSet.Build([.. Shelf.Papers, Reef, paper]);
        var pick = set.Choose(Shelf.Reader(Shelf.Topic(topic)), Shelf.Wide).Picks.Single(p => p.Paper.Id == paper.Id);

        Assert.StartsWith($"your topic '{topic}'", pick.Why[0]);
        Assert.EndsWith(said, pick.Why[0]);
    }

    [Fact]
    public void An_acronym_counts_only_where_it_means_the_topic()
    {
        var other = Shelf.Paper("Quick Dry Rot of Masonry (QDRM)", "Quick dry rot of masonry (QDRM) weakens walls. QDRM spreads.");
        var set = CandidateSet.Build([.. Shelf.Papers, Reef, other]);

        Assert.DoesNotContain(set.Choose(Shelf.Reader(Shelf.Topic("quiet deep reef monitoring")), Shelf.Wide).Picks,
            p => p.Paper.Id == other.Id);
    }

    [Fact]
    public void The_rare_word_of_a_topic_decides()
    {
        var common = Enumerable.Range(0, 30)
            .Select(i => Shelf.Paper($"A Model Number {(char)('a' + i)}q", "The model learns; this model is a model."));
        var set = CandidateSet.Build([.. Shelf.Papers, .. common]);

        Assert.All(set.Choose(Shelf.Reader(Shelf.Topic("railway model")), Shelf.Wide).Picks,
            p => Assert.Contains("Railway", p.Paper.Paper.Title));
    }

    [Fact]
    public void Words_far_from_each_other_say_less_than_a_phrase()
    {
        var phrase = Shelf.Paper("Kites One", "Here we fly paper kites over a bay with many gulls in summer.");
        var apart = Shelf.Paper("Gulls One", "Here we count gulls on paper over a bay with many boats and kites.");
        var ranked = CandidateSet.Build([.. Shelf.Papers, phrase, apart]).Rank(Shelf.Reader(Shelf.Topic("paper kites")));

        Assert.Equal(phrase.Id, ranked[0].Paper.Id);
    }

    [Fact]
    public void Nothing_is_mailed_where_nothing_was_asked_for_and_the_nearest_is_named()
    {
        var chosen = Shelf.Set.Choose(Shelf.Reader(Shelf.Topic("tea monasteries")),
            new ChoiceOptions(EditionSize.Default, 0.3, Exploration: true));

        Assert.Empty(chosen.Picks);
        Assert.Contains("Nothing that you asked for came in", chosen.Reason);
    }

    [Fact]
    public void Likes_alone_are_named_by_title()
    {
        var why = Shelf.Set.Rank(Shelf.Likes(6)).First(p => p.Paper.Id != Shelf.Papers[6].Id).Why;

        Assert.Equal(["like 'Brewing Tea with Hard Water', which you liked"], why);
    }
}
