using System.Text.RegularExpressions;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Docs;

/// <summary>docs/threats.md names the test that holds each defence: it is there.</summary>
public partial class ThreatTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "threats.md"));

    /// <summary>Source texts of all tests, by the name of the class.</summary>
    private static readonly ILookup<string, string> Classes = Checkout.FilesBelow(Path.Combine(Checkout.Root, "tests"), ".cs")
        .ToLookup(file => Path.GetFileName(file)[..^".cs".Length], File.ReadAllText);

    public static TheoryData<string> Threats => [.. Rows.Select(row => row[0])];

    private static List<string[]> Rows =>
        [.. Page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| threat",
            StringComparison.Ordinal)
            && !line.StartsWith("| ---", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split(" | "))];

    [Theory]
    [MemberData(nameof(Threats))]
    public void Every_threat_has_a_defence_and_a_test_that_exists(string threat)
    {
        var row = Rows.Single(r => r[0] == threat);
        Assert.Equal(3, row.Length);
        Assert.NotEmpty(row[1].Trim());
        var tests = Test().Matches(row[2]);
        Assert.NotEmpty(tests);
        Assert.All(tests, test => Assert.Contains(
            Classes[test.Groups["class"].Value], source => Regex.IsMatch(source,
                $@"public (async )?(Task|void) {test.Groups["method"].Value}\(")));
    }

    [Fact]
    public void What_is_known_to_be_tried_is_on_the_page()
    {
        Assert.True(Rows.Count >= 20);
        string[] known = ["leaked link", "OData", "other site", "again", "plus", "erased", "supply"];
        Assert.All(known, word => Assert.Contains(word, Page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("(docs/threats.md)", File.ReadAllText(Path.Combine(Checkout.Root, "SECURITY.md")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"`(?<class>\w+)\.(?<method>\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Test();
}
