using System.Reflection;
using PaperFunctions.Emulators.Azurite;
using PaperFunctions.Emulators.Functions;
using PaperFunctions.Emulators.Search;
using PaperFunctions.Emulators.SendGrid;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Tests.Structure.Patterns;

namespace PaperFunctions.LocalTests.Emulators;

/// <summary>The rule of PatternTests, for the projects that those do not see.</summary>
public sealed class EmulatorPatternTests
{
    private static readonly Assembly[] Seen =
    [
        typeof(LocalRuntime).Assembly, typeof(AzuriteServer).Assembly, typeof(FunctionsHost).Assembly, typeof(SearchEmulator).Assembly,
        typeof(MailCapture).Assembly,
    ];

    [Fact]
    public void Every_pattern_is_linear_or_says_why_not_and_for_how_long_a_text() => Assert.Empty(Seen.SelectMany(PatternRule.Unmarked));

    [Fact]
    public void No_pattern_is_slow_on_texts_made_of_its_own_parts() =>
        Assert.Empty(Seen.SelectMany(project => PatternRule.Slow(project, 64 << 10, thorough: false)));
}
