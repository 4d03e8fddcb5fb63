using PaperFunctions.Formats.Shared.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Links;

public class LinkFinderTests
{
    [Theory]
    [InlineData("Code is at https://github.com/a/b.", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("Code is at https://github.com/a/b . More text.", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("Code (https://github.com/a/b).", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("Code at~https://github.com/a/b/.", LinkKind.Code, "https://github.com/a/b/")]
    [InlineData("We release it\\url{https://github.com/a/b_c} as a library", LinkKind.Code, "https://github.com/a/b_c")]
    [InlineData("\\href{https://github.com/a/b}{here}", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("\\url{https://github.com/a/b\\_c}", LinkKind.Code, "https://github.com/a/b_c")]
    [InlineData("Our codeshttps://github.com/a/b are there", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("on:https://github.com/a/b.git!", LinkKind.Code, "https://github.com/a/b.git")]
    [InlineData("see https://github.com/a/b.The rest", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("acceptance at github.com/a/b", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("at https://www.github.com/a/b .", LinkKind.Code, "https://www.github.com/a/b")]
    [InlineData("Website: https://sites.google.com/view/x", LinkKind.Project, "https://sites.google.com/view/x")]
    [InlineData("see https://a.github.io/b/", LinkKind.Project, "https://a.github.io/b/")]
    [InlineData("visit the project site at www.powerful.ai/v2.", LinkKind.Project, "https://www.powerful.ai/v2")]
    [InlineData("data: https://huggingface.co/datasets/a/b.", LinkKind.Data, "https://huggingface.co/datasets/a/b")]
    [InlineData("as in https://arxiv.org/abs/2401.01234v2, which", LinkKind.Arxiv, "https://arxiv.org/abs/2401.01234v2")]
    [InlineData("extends arXiv:2401.01234v2.", LinkKind.Arxiv, "https://arxiv.org/abs/2401.01234")]
    [InlineData("see doi:10.1145/3292500.3330701.", LinkKind.Doi, "https://doi.org/10.1145/3292500.3330701")]
    [InlineData("at https://doi.org/10.1145/3292500.3330701;", LinkKind.Doi, "https://doi.org/10.1145/3292500.3330701")]
    [InlineData("read https://a.org/b.pdf).", LinkKind.Pdf, "https://a.org/b.pdf")]
    [InlineData("wiki https://en.wikipedia.org/wiki/Tea_(meal)", LinkKind.Page, "https://en.wikipedia.org/wiki/Tea_(meal)")]
    [InlineData("home https://a.edu/~jane/x.", LinkKind.Page, "https://a.edu/~jane/x")]
    [InlineData("**https://github.com/a/b**", LinkKind.Code, "https://github.com/a/b")]
    [InlineData("代码：https://github.com/a/b。", LinkKind.Code, "https://github.com/a/b")]
    public void A_link_is_found_whole_and_without_what_surrounds_it(string text, LinkKind kind, string url)
    {
        Assert.Equal(new PaperLink(kind, url), Assert.Single(LinkFinder.Find(text)));
    }

    [Theory]
    [InlineData("By doing so, authors hope to see more.")]
    [InlineData("http:// and https:// are schemes")]
    [InlineData("mail me@github.com/ or not")]
    [InlineData("https://github and https://.")]
    [InlineData("doi: unknown, arXiv: pending")]
    [InlineData("my-github.com/a is elsewhere")]
    public void What_is_no_link_is_left_alone(string text)
    {
        Assert.Empty(LinkFinder.Find(text));
    }

    [Fact]
    public void Two_glued_links_are_two_and_repeated_ones_are_one()
    {
        Assert.Equal(["https://a.org/x", "https://github.com/b/c"],
            LinkFinder.Find("https://a.org/xhttps://github.com/b/c and https://a.org/x").Select(l => l.Url));
    }

    [Theory]
    [InlineData("This paper is available at https://arxiv.org/abs/2401.01234v1.", "2401.01234")]
    [InlineData("Paper: arXiv:2401.01234", "2401.01234")]
    [InlineData("We extend https://arxiv.org/abs/2401.01234 to video.", null)]
    [InlineData("An earlier version appeared as arXiv:2401.01234.", null)]
    public async Task A_link_names_the_paper_only_where_its_words_say_so(string text, string? arxivId)
    {
        var reading = await Reading.OfAsync($"Get trending papers in your email inbox!\nSubscribeA Title\n{text}\n");
        Assert.Equal(arxivId, reading.Entries[0].Paper.ArxivId);
        Assert.Equal(LinkKind.Arxiv, Assert.Single(reading.Entries[0].Paper.Links).Kind);
    }
}
