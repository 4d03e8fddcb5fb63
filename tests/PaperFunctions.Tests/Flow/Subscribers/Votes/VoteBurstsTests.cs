using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Contracts;

namespace PaperFunctions.Tests.Flow.Subscribers.Votes;

public class VoteBurstsTests
{
    private const int Day = 739_000;

    [Theory]
    [InlineData(8, "0 1 2 3 4 5 6 7", "")] // a scanner that presses everything
    [InlineData(8, "0 3 6 9", "")]
    [InlineData(8, "0 4 8 12 16 20", "0 4 8 12 16 20")] // a quick subscriber
    [InlineData(8, "0 100 101 102 103 200", "0 200")] // a subscriber before and after a scanner
    [InlineData(8, "0 1 2", "0 1 2")]
    [InlineData(3, "0 1 2", "")] // all of a short edition at once
    [InlineData(3, "0 1 4", "0 1 4")]
    [InlineData(3, "0 1", "0 1")]
    [InlineData(2, "0 1", "")]
    [InlineData(2, "0 6", "0 6")]
    [InlineData(1, "0", "0")]
    [InlineData(0, "0 1 2", "0 1 2")] // of an edition whose size is not known
    [InlineData(0, "0 1 2 3", "")]
    public void Votes_on_all_links_of_an_edition_within_seconds_are_set_aside(int papers, string seconds, string left) =>
        Assert.Equal(left, Left(Votes(seconds, Day, papers)));

    [Fact]
    public void Votes_of_several_editions_and_of_pages_are_no_burst()
    {
        Assert.Equal("0 0 1 1 2 2", Left([.. Votes("0 1 2", Day, 8), .. Votes("0 1 2", Day + 1, 8)]));
        Assert.Equal("0 1 2 3 4 5", Left(Votes("0 1 2 3 4 5", 0, 0)));
    }

    private static IEnumerable<Vote> Votes(string seconds, int day, int papers) => seconds.Split(' ').Select(s =>
        new Vote(Make.PaperId(), 1, DateTimeOffset.UnixEpoch.AddSeconds(int.Parse(s)), day) { EditionPapers = papers });

    private static string Left(IEnumerable<Vote> votes) =>
        string.Join(' ', VoteBursts.Without(votes).Select(v => v.At.ToUnixTimeSeconds()).Order());
}
