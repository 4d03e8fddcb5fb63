using PaperFunctions.Formats;

namespace PaperFunctions.Tests.Formats;

/// <summary>Inputs that are made to hurt, through every format that there is.</summary>
public class HardInputTests
{
    public static TheoryData<string> Formats => [.. DigestReader.Formats.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Any_format_survives_what_is_made_to_hurt(string format)
    {
        foreach (var text in Hurtful())
        {
            var reading = await Reading.OfAsync(text, format: format);
            Assert.True(reading.Entries.Count > 0 || reading.Receipt.ProblemCount > 0);
            Assert.DoesNotContain(reading.Reasons, r => r.Contains("NullReference", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Hurtful()
    {
        yield return "\0";
        yield return new string('\0', 100_000);
        yield return new string('\n', 1_000_000);
        yield return new string('x', 3_000_000);
        yield return new string('<', 200_000);
        yield return string.Concat(Enumerable.Repeat("<div>", 200_000));
        yield return string.Concat(Enumerable.Repeat("<a href=x>", 50_000)) + string.Concat(Enumerable.Repeat("<h3>", 50_000));
        yield return new string('[', 200_000) + new string(']', 200_000);
        yield return string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        yield return "@article{a, title={" + new string('{', 200_000);
        yield return string.Concat(Enumerable.Repeat("# \n- \n1. \nTitle:\n\\\\\nTY  - JOUR\nER  - \n", 50_000));
        yield return string.Concat(Enumerable.Repeat("[a](", 100_000));
        yield return string.Concat(Enumerable.Repeat("**a", 100_000));
        yield return string.Concat(Enumerable.Repeat("Title: a\nAbstract: $x^{y_{z}}$ \\frac{\\frac{a}{b}}{c} https://a.b/c\n\n", 5_000));
        yield return "From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n" + string.Concat(Enumerable.Repeat("--x\n", 100_000));
        yield return "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(0, 9).Select(i =>
            $"<!ENTITY {(char)('b' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}\">")) + "]><rss><channel><item><title>&j;</title></item></channel></rss>";
    }
}
