using PaperFunctions.Pages.Text;

namespace PaperFunctions.Tests.Pages.Text;

public class WhyTests
{
    [Theory]
    [InlineData("like *Sponge Reefs*", "like ", "Sponge Reefs")]
    [InlineData("like *A* and B*", "like ", "A* and B")]
    [InlineData("too close to *Tea*", "too close to ", "Tea")]
    [InlineData("like *A Title that was short…", "like ", "A Title that was short…")]
    [InlineData("'sparse attention'", "'sparse attention'", null)]
    [InlineData("your topic 'like *this*'", "your topic 'like *this*'", null)]
    [InlineData("", "", null)]
    public void A_paper_that_a_reason_names_is_told_from_the_words_around_it(string reason, string said, string? title) =>
        Assert.Equal(new Why(said, title), Why.Of(reason));
}
