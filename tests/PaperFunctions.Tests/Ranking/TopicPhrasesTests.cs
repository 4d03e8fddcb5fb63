using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public sealed class TopicPhrasesTests
{
    private static readonly CandidateSet Set = CandidateSet.Build([.. new[]
    {
        "State Space Models for Tides", "Pruned state space models", "Tide gauges, cheap and many", "On Tide Gauges: a census",
        "A lighthouse of many colours", "The lighthouse of kelp",
    }.Select((title, i) => new StoredPaper(new PaperId($"{i:x32}"), new Paper { Title = title, Abstract = "We look at it." }))]);

    [Fact]
    public void What_several_titles_share_is_offered_and_parts_of_it_are_not() =>
        Assert.Equal(["state space models", "tide gauges"], TopicPhrases.Of(Set, "", 10));

    [Theory]
    [InlineData("gau", "tide gauges")]
    [InlineData("Space st", "state space models")]
    [InlineData("zeppelin", null)]
    public void Words_that_are_being_typed_are_completed(string typed, string? phrase) =>
        Assert.Equal(phrase, TopicPhrases.Of(Set, typed, 1).SingleOrDefault());
}
