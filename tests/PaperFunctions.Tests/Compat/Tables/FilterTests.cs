using Azure.Data.Tables;

namespace PaperFunctions.Tests.Compat.Tables;

public sealed class FilterTests
{
    [Fact]
    public void Text_is_quoted_so_that_nothing_breaks_out() =>
        Assert.Equal("S eq 'a'' or ''1'' eq ''1'", TableClient.CreateQueryFilter($"S eq {"a' or '1' eq '1"}"));

    [Fact]
    public void Each_type_has_its_literal()
    {
        var id = new Guid("c9da6455-213d-42c9-9a79-3e9149a57833");
        var moment = new DateTimeOffset(2026, 3, 14, 1, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(
            "true 1 2L 1.5 guid'c9da6455-213d-42c9-9a79-3e9149a57833' X'00FF' datetime'2026-03-14T00:00:00Z' "
            + "datetime'2026-03-14T00:00:00.5Z' 'c' null",
            TableClient.CreateQueryFilter(
                $"{true} {1} {2L} {1.5} {id} {new byte[] { 0, 255 }} {moment} {moment.UtcDateTime.AddMilliseconds(500)} {'c'} {null}"));
    }

    [Fact]
    public void A_value_without_a_literal_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"D eq {DayOfWeek.Monday}"));
}
