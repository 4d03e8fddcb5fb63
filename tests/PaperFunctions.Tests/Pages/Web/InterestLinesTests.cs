using PaperFunctions.Pages.Web;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Pages.Web;

public sealed class InterestLinesTests
{
    [Fact]
    public void Lines_and_semicolons_separate_and_the_same_phrase_counts_once() =>
        Assert.Equal(["state space models", "tide gauges"],
            InterestLines.Read(" state  space models\r\n\n;tide gauges; State Space Models;", InterestKind.Topic).Select(i => i.Text));

    [Fact]
    public void A_muted_phrase_may_end_on_a_day() =>
        Assert.Equal(
            [new(InterestKind.Muted, "blockchain", new DateOnly(2032, 1, 31)), new(InterestKind.Muted, "until dawn"),
                new(InterestKind.Muted, "x until 2032-02-30")],
            InterestLines.Read("blockchain until 2032-01-31\nuntil dawn\nx until 2032-02-30", InterestKind.Muted));

    [Fact]
    public void Topics_have_no_end() =>
        Assert.Equal([new(InterestKind.Topic, "history until 1900-01-01")],
            InterestLines.Read("history until 1900-01-01", InterestKind.Topic));

    [Fact]
    public void What_is_written_is_read_again()
    {
        Interest[] interests = [new(InterestKind.Muted, "a"), new(InterestKind.Muted, "b c", new DateOnly(2031, 5, 14)),
            new(InterestKind.Topic, "d")];
        Assert.Equal(interests[..2], InterestLines.Read(InterestLines.Write(interests, InterestKind.Muted), InterestKind.Muted));
    }

    [Fact]
    public void Control_characters_and_overrides_do_not_get_in() =>
        Assert.Equal(["ab", "c"], InterestLines.Read("a\u202eb\n\0c\0", InterestKind.Topic).Select(i => i.Text));
}
