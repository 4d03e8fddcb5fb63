using PaperFunctions.Ranking;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Tests.Ranking;

public class CalibrationTests
{
    private static readonly string[] Subjects = ["sponge reefs", "train timetables", "tea leaves", "paper kites", "clock towers",
        "rye bread"];
    private static readonly string[] Words = ["cold", "warm", "slow", "early", "quiet", "broad", "steep", "narrow"];

    private static readonly CandidateSet Set = CandidateSet.Build([.. Subjects.SelectMany(s => Words, (s, w) => Shelf.Paper(
        $"On {w} {s}", $"We study {s} that are {w}. Each of the {s} was seen on a {w} day, and {s} were counted anew."))]);

    [Fact]
    public void Likes_of_one_subject_make_a_narrower_reader_than_likes_of_many()
    {
        var one = Narrowness(Words.Take(4).Select(w => $"On {w} tea leaves"));
        var many = Narrowness(Subjects.Take(4).Select((s, i) => $"On {Words[i]} {s}"));

        Assert.True(one > many + 0.5, $"{one} and {many}");
    }

    [Fact]
    public void Narrow_readers_want_fewer_papers_and_those_that_are_near_more_surely()
    {
        var (broad, narrow) = (Calibration.For(5, 1), Calibration.For(5, 3));

        Assert.True(narrow.LogOdds(0) < broad.LogOdds(0));
        Assert.True(narrow.LogOdds(4) > broad.LogOdds(4));
    }

    [Fact]
    public void Likes_that_have_nothing_in_common_do_not_let_every_paper_in() =>
        Assert.True(Calibration.Chance(Calibration.For(10, -1).LogOdds(0)) < 0.1);

    [Fact]
    public void A_faded_like_tells_less()
    {
        Assert.True(Calibration.For(0.1, 0).LogOdds(3) < Calibration.For(1, 0).LogOdds(3));
        Assert.True(Calibration.Chance(Calibration.For(0.01, 0).LogOdds(4)) < 0.05);
    }

    private static double Narrowness(IEnumerable<string> titles) => Set.Prepare(new TasteInput([], [.. titles.Select(t =>
        new RatedPaper(Set.Papers.Single(p => p.Paper.Title == t).Paper, 1, Shelf.Now))], Shelf.Now)).Narrowness;
}
