namespace PaperFunctions.Tests.Docs;

public class LinkTests
{
    public static TheoryData<string> Pages => [.. MarkdownFile.All().Where(p => !IsSample(p) && MarkdownFile.Links(p).Any())];

    /// <summary>The specs of formats hold digests, whose links are invented.</summary>
    private static bool IsSample(string page) =>
        page.Contains($"{Path.DirectorySeparatorChar}Specs{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page) =>
        Assert.All(MarkdownFile.Links(page), l =>
        {
            var path = MarkdownFile.Resolve(page, l.Target);
            Assert.True(Path.Exists(path), $"{page}: [{l.Text}]({l.Target}) leads nowhere.");
        });
}
