using PaperFunctions.Formats;
using PaperFunctions.Tests.Formats.Hard;

namespace PaperFunctions.Tests.Formats;

/// <summary>Inputs that are made to hurt, through every format that there is.</summary>
public class HardInputTests
{
    public static TheoryData<string> Formats => [.. DigestReader.Formats.Select(f => f.Name)];

    /// <summary>A pattern that goes back over what it has seen takes minutes here; <c>hard</c> of the benchmarks tells the times.</summary>
    [Fact]
    public void Any_format_judges_heads_that_are_made_to_hurt()
    {
        foreach (var (name, text) in HardInputs.Heads(8 * 1024))
        {
            var head = Read.Head(text);
            Assert.All(DigestReader.Formats, format => Assert.True(format.Recognise(head) is >= 0 and <= 1, name));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Any_format_survives_what_is_made_to_hurt(string format)
    {
        foreach (var text in HardInputs.Files())
        {
            var reading = await Reading.OfAsync(text, format: format);
            Assert.True(reading.Entries.Count > 0 || reading.Receipt.ProblemCount > 0);
            Assert.DoesNotContain(reading.Reasons, r => r.Contains("NullReference", StringComparison.Ordinal));
        }
    }
}
