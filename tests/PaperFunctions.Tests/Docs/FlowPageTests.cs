using System.Text.RegularExpressions;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Docs;

/// <summary>docs/flow.md follows a paper through the code: what it names is there.</summary>
public partial class FlowPageTests
{
    private static readonly string Page = Path.Combine("docs", "flow.md");

    public static IEnumerable<object[]> Named => MarkdownFile.Links(Page)
        .Where(l => l.Text.StartsWith('`') && l.Target.EndsWith(".cs", StringComparison.Ordinal))
        .Distinct()
        .Select(l => new object[] { l.Text.Trim('`'), l.Target });

    [Theory]
    [MemberData(nameof(Named))]
    public void Every_type_and_member_is_declared_in_the_file_that_it_leads_to(string name, string target)
    {
        var code = File.ReadAllText(MarkdownFile.Resolve(Page, target));
        var (type, member) = name.Split('.') is [var t, var m] ? (t, m) : (name, null);
        Assert.Matches($@"\b(class|record|interface|struct|enum) {type}\b", code);
        if (member is not null)
        {
            Assert.Matches($@"\b{member}\(", code);
        }
    }

    [Fact]
    public void Every_step_of_the_flow_is_followed()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, Page));
        var steps = Heading().Matches(page).Select(m => m.Groups["step"].Value).ToList();
        Assert.Equal(["Upload", "Read", "Store", "Index", "Schedule", "Match", "Compose", "Send", "Back"], steps);
        var flow = Path.Combine(Checkout.Root, "src", "Flow");
        Assert.All(steps[1..^1], s => Assert.NotEmpty(Directory.EnumerateFileSystemEntries(flow, $"{s}*", SearchOption.AllDirectories)));
    }

    [Fact]
    public void Every_file_of_the_three_ways_is_there()
    {
        var ways = File.ReadAllText(Path.Combine(Checkout.Root, Page)).Split("file by file")[1];
        var files = SourceFile().Matches(ways.Split("## The same")[0]).Select(m => m.Value).ToList();
        Assert.True(files.Count > 40);
        Assert.All(files, f => Assert.True(File.Exists(Path.Combine(Checkout.Source, f)), f));
    }

    [GeneratedRegex(@"\b\w+/[\w/]+\.(cs|razor)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^## \d+\. (?<step>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
