using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Tests.Flow.Shared;

public class SentencesTests
{
    [Theory]
    [InlineData("One. Two. Three.", 2, "One. Two.")]
    [InlineData("One? Two! Three.", 2, "One? Two!")]
    [InlineData("No stop at all", 2, "No stop at all")]
    [InlineData("We follow Oduya et al. Twelve sponges were found. More.", 1, "We follow Oduya et al. Twelve sponges were found.")]
    [InlineData("See Fig. 3 for it. Then go.", 1, "See Fig. 3 for it.")]
    [InlineData("Some, e.g. Glass, break. Others do not.", 1, "Some, e.g. Glass, break.")]
    [InlineData("It gains 3.5 points. More follows.", 1, "It gains 3.5 points.")]
    [InlineData("It is called v2. it goes on. End.", 1, "It is called v2. it goes on.")]
    [InlineData("Broken\r\n over  lines. Two.", 1, "Broken over lines.")]
    [InlineData("海綿を数えた。光は弱い。三つ目の文。", 2, "海綿を数えた。光は弱い。")]
    [InlineData("彼らは「弱い。」と言う。次の文。", 1, "彼らは「弱い。」")]
    [InlineData("真的吗？是的！完。", 2, "真的吗？是的！")]
    [InlineData("هل هي كافية؟ نعم. ثالثة.", 1, "هل هي كافية؟")]
    [InlineData("", 2, "")]
    [InlineData("...", 2, "...")]
    public void The_first_sentences_of_a_text(string text, int count, string expected) =>
        Assert.Equal(expected, Sentences.First(text, count, 400));

    [Fact]
    public void A_long_sentence_is_cut_at_a_word() =>
        Assert.Equal("Word word word word…", Sentences.First("Word word word word word word.", 1, 22));
}
