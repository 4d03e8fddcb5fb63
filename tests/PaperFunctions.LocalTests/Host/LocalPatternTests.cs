using System.Reflection;
using PaperFunctions.Local.Running;
using PaperFunctions.Tests.Structure.Patterns;

namespace PaperFunctions.LocalTests.Host;

/// <summary>The rule of PatternTests, for the room that those do not see.</summary>
public sealed class LocalPatternTests
{
    private static readonly Assembly Local = typeof(LocalStack).Assembly;

    [Fact]
    public void Every_pattern_is_linear_or_says_why_not_and_for_how_long_a_text() => Assert.Empty(PatternRule.Unmarked(Local));

    [Fact]
    public void No_pattern_is_slow_on_texts_made_of_its_own_parts() => Assert.Empty(PatternRule.Slow(Local, 64 << 10, thorough: false));
}
