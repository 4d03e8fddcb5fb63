using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Papers;

public sealed class PaperLinksTests
{
    private static readonly PaperLink Pdf = new(LinkKind.Pdf, "https://quill.example/moths.pdf");
    private static readonly PaperLink Page = new(LinkKind.Page, "https://blog.example/moths");
    private static readonly PaperLink Project = new(LinkKind.Project, "https://quill.github.io/moths");

    [Theory]
    [InlineData("https://arxiv.org/abs/2603.04417", "https://openreview.net/forum?id=m0thsAtRest")]
    [InlineData("https://openreview.net/forum?id=m0thsAtRest", "https://aclanthology.org/2026.moth-long.1")]
    [InlineData("https://aclanthology.org/2026.moth-long.1", "https://proceedings.mlr.press/v999/quill26a.html")]
    [InlineData("https://proceedings.mlr.press/v999/quill26a.html", "https://www.nature.com/articles/s41586-026-00001-1")]
    [InlineData("https://www.nature.com/articles/s41586-026-00001-1", "https://quill.example/moths2.pdf")]
    public void A_paper_is_read_where_papers_are_kept(string better, string worse)
    {
        var links = new[] { Project, Page, Pdf, new PaperLink(LinkKind.Page, worse), new PaperLink(LinkKind.Page, better) };
        Assert.Equal(better, PaperLinks.Reading(new Paper { Title = "T", Links = links }));
        Assert.Equal(better, PaperLinks.Reading(new Paper { Title = "T", Links = [.. links.Reverse()] }));
    }

    [Fact]
    public void Ids_come_first_then_a_PDF_then_a_page_then_the_project()
    {
        var paper = new Paper { Title = "T", ArxivId = "2603.04417", Doi = "10.5555/m.1", Links = [Project, Page, Pdf] };
        Assert.Equal("https://arxiv.org/abs/2603.04417", PaperLinks.Reading(paper));
        Assert.Equal("https://doi.org/10.5555/m.1", PaperLinks.Reading(paper with { ArxivId = null }));
        Assert.Equal(Pdf.Url, PaperLinks.Reading(paper with { ArxivId = null, Doi = null }));
        Assert.Equal(Page.Url, PaperLinks.Reading(paper with { ArxivId = null, Doi = null, Links = [Project, Page] }));
        Assert.Equal(Project.Url, PaperLinks.Reading(paper with { ArxivId = null, Doi = null, Links = [Project] }));
    }

    [Theory]
    [InlineData("https://img.shields.io/badge/paper-arXiv-red")]
    [InlineData("https://x.com/quill/status/1")]
    [InlineData("https://www.linkedin.com/in/quill")]
    [InlineData("https://scholar.google.ch/citations?user=1")]
    [InlineData("https://mp.weixin.qq.com/s/1")]
    public void Badges_social_networks_code_and_data_are_never_read(string url)
    {
        Assert.True(PaperLinks.IsNoise(url));
        Assert.Null(PaperLinks.Reading(new Paper { Title = "T",
            Links = [new(LinkKind.Page, url), new(LinkKind.Code, "https://github.com/a/b"), new(LinkKind.Data, "https://zenodo.org/1")] }));
    }

    [Fact]
    public void A_host_counts_whole() =>
        Assert.False(PaperLinks.IsNoise("https://notx.com/a") || PaperLinks.IsNoise("https://matrix.com/x.com"));
}
