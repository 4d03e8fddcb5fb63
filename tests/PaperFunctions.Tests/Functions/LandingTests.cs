using PaperFunctions.Functions.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Functions;

public sealed class LandingTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_page_of_an_old_day_that_is_dropped_again_does_not_become_today() =>
        Assert.Equal(["today"],
            Shown(Page("old", 0, new(2031, 4, 2), 76), Page("today", 1, new(2031, 5, 14), 50), Page("before", 2, new(2031, 5, 13), 50)));

    [Fact]
    public void A_page_without_a_day_that_brings_nothing_new_counts_only_where_there_is_no_other()
    {
        Assert.Equal(["dated"], Shown(Page("again", 0, null, 0), Page("dated", 1, new(2031, 5, 13), 4)));
        Assert.Equal(["again"], Shown(Page("again", 0, null, 0)));
        Assert.Empty(Shown());
    }

    [Fact]
    public void Pages_of_one_day_stand_together() =>
        Assert.Equal(["noon", "morning"],
            Shown(Page("noon", 1, new(2031, 5, 14), 4), Page("morning", 3, null, 4), Page("before", 30, new(2031, 5, 13), 4)));

    private static IEnumerable<string> Shown(params Digest[] all) => Landing.OfNewestDay(all).Select(d => d.Name);

    private static Digest Page(string name, int hoursAgo, DateOnly? day, int newPapers) => new()
    {
        Id = name, Name = name, UploadedAt = Now.AddHours(-hoursAgo), Receipt = new Receipt { Date = day }, NewPapers = newPapers,
        State = DigestState.Indexed,
    };
}
