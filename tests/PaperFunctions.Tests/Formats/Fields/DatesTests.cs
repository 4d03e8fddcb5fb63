using PaperFunctions.Formats.Tables;

namespace PaperFunctions.Tests.Formats.Fields;

/// <summary>Dates as a column has them.</summary>
public sealed class DatesTests
{
    [Theory]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026/3/5", "2026-03-05")]
    [InlineData("2026-03-05T23:59:59-07:00", "2026-03-05")]
    [InlineData("2026/03/05/", "2026-03-05")]
    [InlineData("Thu, 05 Mar 2026 00:00:00 -0400", "2026-03-05")]
    [InlineData("5 March 2026", "2026-03-05")]
    [InlineData("5th of March, 2026", "2026-03-05")]
    [InlineData("05-Mar-26", "2026-03-05")]
    [InlineData("March 5, 2026", "2026-03-05")]
    [InlineData("Mar. 5th, 2026", "2026-03-05")]
    [InlineData("Thu Mar  5 12:00:00 UTC 2026", "2026-03-05")]
    [InlineData("2026 Mar 5", "2026-03-05")]
    [InlineData("20260305", "2026-03-05")]
    [InlineData("25/03/2026", "2026-03-25")]
    [InlineData("03/25/2026", "2026-03-25")]
    [InlineData("05.03.2026", "2026-03-05")]
    [InlineData("1772668800", "2026-03-05")]
    [InlineData("1772668800000", "2026-03-05")]
    public async Task A_day_is_read_in_any_shape(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day), (await Read.OneAs<Tsv>($"title\tdate\nA\t{text}\n")).Published);

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("March 2026")]
    [InlineData("Spring 2026")]
    [InlineData("3/4/2026")]
    [InlineData("2026-02-30")]
    [InlineData("0000-00-00")]
    [InlineData("99999999")]
    [InlineData("soon")]
    public async Task What_is_no_certain_day_is_none(string text) =>
        Assert.Null((await Read.OneAs<Tsv>($"title\tdate\nA\t{text}\n")).Published);
}
