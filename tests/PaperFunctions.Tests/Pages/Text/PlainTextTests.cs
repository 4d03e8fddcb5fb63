using PaperFunctions.Pages.Text;

namespace PaperFunctions.Tests.Pages.Text;

public sealed class PlainTextTests
{
    [Fact]
    public void Lines_break_at_spaces_with_a_hanging_indent()
    {
        var text = new PlainText().Paragraph(string.Join(' ', Enumerable.Repeat("word", 30)), "1. ", "   ").ToString();
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("1. word", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..], l => Assert.StartsWith("   word", l, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(l.Length <= PlainText.Columns));
    }

    [Fact]
    public void An_address_is_never_broken()
    {
        var url = "https://papers.example/vote?t=" + new string('x', 300);
        Assert.Equal($"Read: {url}\n", new PlainText().Link("Read:", url).ToString());
        Assert.Equal($"see\n{url}\nnow\n", new PlainText().Paragraph($"see {url} now").ToString());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://x.example/\r\nBcc: a@b.example")]
    [InlineData(null)]
    public void What_is_no_address_never_breaks_a_line(string? url) =>
        Assert.True(new PlainText().Link("Read:", url).ToString().Count(c => c == '\n') <= 1);

    [Fact]
    public void Wide_characters_count_double_and_break_anywhere()
    {
        var lines = new PlainText().Paragraph(new string('中', 100)).ToString().TrimEnd('\n').Split('\n');
        Assert.Equal([37, 37, 26], lines.Select(l => l.Length));
    }

    [Fact]
    public void Marks_on_a_character_take_no_column() => Assert.Equal(2, DisplayWidth.Of("e\u0301o\u0308"));

    [Fact]
    public void Each_line_that_runs_from_right_to_left_is_isolated()
    {
        var text = new PlainText().Paragraph("برهان يتحقق", "1. ").Paragraph("plain").ToString();
        Assert.Equal("1. \u2068برهان يتحقق\u2069\nplain\n", text);
    }

    [Fact]
    public void A_heading_is_ruled_at_its_width() => Assert.Equal("潮汐 ab\n=======\n", new PlainText().Heading("潮汐 ab").ToString());
}
