namespace PaperFunctions.Tests.Docs;

public class LinkTests
{
    public static TheoryData<string> Pages => [.. MarkdownFile.All().Where(p => MarkdownFile.Links(p).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page) =>
        Assert.All(MarkdownFile.Links(page), l =>
        {
            var path = MarkdownFile.Resolve(page, l.Target);
            Assert.True(Path.Exists(path), $"{page}: [{l.Text}]({l.Target}) leads nowhere.");
        });
}
