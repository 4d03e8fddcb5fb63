using FsCheck;
using FsCheck.Fluent;
using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Tests.Flow.Shared;

public class ShortenTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("cut between words", 14, "cut between…")]
    [InlineData("commas, are, left", 13, "commas, are…")]
    [InlineData("unbreakablelongword", 8, "unbreak…")]
    [InlineData("\U0001F600\U0001F600\U0001F600\U0001F600", 4, "\U0001F600…")]
    public void Text_is_cut_where_a_word_ends(string text, int length, string expected) =>
        Assert.Equal(expected, CleanText.Shorten(text, length));

    [Fact]
    public void A_cut_never_grows_the_text_nor_splits_a_character() => Prop.ForAll<NonNull<string>, PositiveInt>((text, length) =>
    {
        var whole = HasWholeCharacters(text.Get);
        var cut = CleanText.Shorten(text.Get, length.Get);
        return cut.Length <= length.Get && (!whole || HasWholeCharacters(cut));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_line_has_no_control_characters_and_no_double_spaces() => Prop.ForAll<NonNull<string>>(text =>
    {
        var line = CleanText.Line(text.Get);
        return !line.Any(char.IsControl) && !line.Contains("  ", StringComparison.Ordinal) && line == line.Trim()
            && line == CleanText.Line(line);
    }).QuickCheckThrowOnFailure();

    private static bool HasWholeCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
