using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Docs;

/// <summary>docs/decisions/README.md is the way to find a decision.</summary>
public class DecisionIndexTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "docs", "decisions");

    private static readonly string[] Pages =
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Where(name => name != "README.md")
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void It_lists_every_decision_under_its_own_title() =>
        Assert.Equal(
            Pages.Select(name => $"- [{Title(name)}]({name})"),
            File.ReadLines(Path.Combine(Folder, "README.md")).Where(line => line.StartsWith("- [", StringComparison.Ordinal)));

    [Fact]
    public void No_number_is_given_twice() => Assert.Equal(Pages.Length, Pages.Select(name => name[..4]).Distinct().Count());

    [Fact]
    public void The_number_in_a_title_is_that_of_its_file() =>
        Assert.All(Pages, name => Assert.StartsWith($"{int.Parse(name[..4])}. ", Title(name)));

    private static string Title(string name) => File.ReadLines(Path.Combine(Folder, name)).First()["# ".Length..];
}
