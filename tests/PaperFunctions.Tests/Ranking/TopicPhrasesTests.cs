using PaperFunctions.Papers;
using PaperFunctions.Ranking;

namespace PaperFunctions.Tests.Ranking;

public sealed class TopicPhrasesTests
{
    private static readonly CandidateSet Set = CandidateSet.Build([.. new[]
    {
        "Harbour Seal Pups at Dusk", "Counting harbour seal pups", "Tide gauges, cheap and many", "On Tide Gauges: a census",
        "A lighthouse of many colours", "The lighthouse of kelp",
    }.Select((title, i) => new StoredPaper(new PaperId($"{i:x32}"), new Paper { Title = title, Abstract = "We look at it." }))]);

    [Fact]
    public void What_several_titles_share_is_offered_and_parts_of_it_are_not() =>
        Assert.Equal(["harbour seal pups", "tide gauges"], TopicPhrases.Of(Set, "", 10));

    [Theory]
    [InlineData("gau", "tide gauges")]
    [InlineData("Seal har", "harbour seal pups")]
    [InlineData("zeppelin", null)]
    public void Words_that_are_being_typed_are_completed(string typed, string? phrase) =>
        Assert.Equal(phrase, TopicPhrases.Of(Set, typed, 1).SingleOrDefault());
}
