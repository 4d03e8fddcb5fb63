using PaperFunctions.Pages.Text;

namespace PaperFunctions.Tests.Pages.Text;

public class WhyTests
{
    [Theory]
    [InlineData("like 'Sponge Reefs', which you liked", "like ", "Sponge Reefs", ", which you liked")]
    [InlineData("like 'A' and B', which you liked", "like ", "A' and B", ", which you liked")]
    [InlineData("too close to 'Tea', which you disliked", "too close to ", "Tea", ", which you disliked")]
    [InlineData("a step beyond 'Tea', which you liked", "a step beyond ", "Tea", ", which you liked")]
    [InlineData("like 'A Title that was short…", "like ", "A Title that was short…", "")]
    [InlineData("your topic 'like 'this'', in the title", "your topic 'like 'this'', in the title", null, "")]
    [InlineData("", "", null, "")]
    public void A_paper_that_a_reason_names_is_told_from_the_words_around_it(string reason, string said, string? title, string rest) =>
        Assert.Equal(new Why(said, title, rest), Why.Of(reason));
}
