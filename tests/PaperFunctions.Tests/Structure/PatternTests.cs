using System.Reflection;
using System.Text.RegularExpressions;
using PaperFunctions.Tests.Structure.Patterns;

namespace PaperFunctions.Tests.Structure;

/// <summary>No text can hang a regular expression: each takes linear time, or has a reason and a bound,
/// and was tried on texts made to hurt it.</summary>
public sealed partial class PatternTests
{
    private const int Longest = 64 << 10;

    private static readonly Assembly[] Rooms =
        [.. Directory.GetFiles(AppContext.BaseDirectory, "PaperFunctions.*.dll").Where(IsRoom)
            .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)))];

    [Fact]
    public void Every_pattern_is_linear_or_says_why_not_and_for_how_long_a_text() => Assert.Empty(Rooms.SelectMany(PatternRule.Unmarked));

    /// <summary>The verb <c>hard</c> of the benchmarks tries many more, and longer ones.</summary>
    [Fact]
    public void No_pattern_is_slow_on_texts_made_of_its_own_parts()
    {
        Assert.True(Rooms.Sum(room => KnownPattern.In(room).Count()) > 50);
        Assert.Empty(Rooms.SelectMany(room => PatternRule.Slow(room, Longest, thorough: false)));
    }

    [Theory]
    [InlineData(@"^(?:doi\s*:?\s*)*10\.")]
    [InlineData(@"(?<text>.*?)\s*$")]
    public void The_texts_find_patterns_that_are_known_to_be_slow(string pattern) =>
        Assert.NotNull(new Pump(16 * Longest, thorough: false).Find(new KnownPattern("known", pattern, RegexOptions.None, null)));

    [Fact]
    public void A_pattern_that_is_put_together_when_it_runs_is_linear() =>
        Assert.All(
            from file in Checkout.FilesBelow(Checkout.Source, ".cs")
            from line in File.ReadLines(file).Index()
            where MadeByHand().IsMatch(line.Item)
            select (Place: $"{file}:{line.Index + 1}", line.Item),
            made => Assert.True(made.Item.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal),
                $"{made.Place}: {PatternRule.Help}"));

    private static bool IsRoom(string file) => Checkout.Rooms.Contains(Path.GetFileNameWithoutExtension(file)["PaperFunctions.".Length..]);

    [GeneratedRegex(@"\bnew Regex\(|\bRegex\.(?:IsMatch|Match|Matches|Count|Replace|Split|EnumerateMatches)\(|\bRegex \w+ = new\(")]
    private static partial Regex MadeByHand();
}
