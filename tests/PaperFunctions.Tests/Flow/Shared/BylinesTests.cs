using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Shared;

public sealed class BylinesTests
{
    [Theory]
    [InlineData("Journal of Tides", 2031, "A. Linden · Journal of Tides · 2031")]
    [InlineData("Tides 2031", 2031, "A. Linden · Tides 2031")]
    [InlineData(null, 2031, "A. Linden · 2031")]
    [InlineData(" \n", null, "A. Linden")]
    public void Authors_venue_and_year_stand_in_one_line_as_far_as_they_are_known(string? venue, int? year, string expected) =>
        Assert.Equal(
        expected,
        Bylines.WithPlace(new Paper { Title = "T", Authors = ["A. Linden"], Venue = venue, Published = year is { } y
            ? new DateOnly(y, 5, 14)
            : null }));

    [Fact]
    public void Where_nothing_is_known_nothing_stands() => Assert.Empty(Bylines.WithPlace(new Paper { Title = "T" }));
}
