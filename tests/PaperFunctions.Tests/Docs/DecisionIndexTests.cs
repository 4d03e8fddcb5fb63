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
    public void Numbers_run_without_gaps_in_names_and_titles() =>
        Assert.All(Pages.Index(), page =>
        {
            Assert.StartsWith($"{page.Index + 1:00}-", page.Item);
            Assert.StartsWith($"{page.Index + 1}. ", Title(page.Item));
        });

    private static string Title(string name) => File.ReadLines(Path.Combine(Folder, name)).First()["# ".Length..];
}
