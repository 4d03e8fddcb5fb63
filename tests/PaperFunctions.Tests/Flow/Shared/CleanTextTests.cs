using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Tests.Flow.Shared;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  a \t\r\n b  ", "a b")]
    [InlineData("a\0b\u0085c\u2028d", "a b c d")]
    [InlineData("\u202eabc\u202c\u2066d\u2069", "abcd")]
    [InlineData("שלום\u200f 😀", "שלום\u200f 😀")]
    public void A_line_is_one_line_of_visible_text(string? text, string line) => Assert.Equal(line, CleanText.Line(text));

    [Fact]
    public void Half_a_character_is_replaced_and_what_is_none_goes() =>
        Assert.Equal("a\ufffdb\ufffdc", CleanText.Line("a\ud800b\udc00\uffff\ufdd0c"));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("a few words that are long", 15, "a few words…")]
    [InlineData("ends, here and there", 6, "ends…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 13, "👩‍👩‍👧‍👦…")]
    [InlineData("👩‍👩‍👧‍👦", 5, "")]
    [InlineData("中文没有空格所以在字间断开", 6, "中文没有空…")]
    [InlineData("anything", 0, "")]
    public void Shortening_cuts_between_words_and_never_inside_a_character(string text, int max, string shortened) =>
        Assert.Equal(shortened, CleanText.Shorten(text, max));

    [Fact]
    public void Shortening_keeps_its_measure_whatever_the_text() => Prop.ForAll<string, int>((text, max) =>
    {
        var clean = CleanText.Line(text);
        var shortened = CleanText.Shorten(clean, max % 50);
        Assert.True(shortened.Length <= Math.Max(0, max % 50));
        Assert.True(clean == shortened || shortened.Length == 0 || clean.StartsWith(shortened.TrimEnd('…'), StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cleaning_twice_is_cleaning_once() => Prop.ForAll<string>(text =>
    {
        var line = CleanText.Line(text);
        Assert.Equal(line, CleanText.Line(line));
        Assert.DoesNotContain(line, c => char.IsControl(c));
        Assert.All(line.EnumerateRunes(), r => Assert.NotEqual(UnicodeCategory.Surrogate, System.Text.Rune.GetUnicodeCategory(r)));
    }).QuickCheckThrowOnFailure();
}
