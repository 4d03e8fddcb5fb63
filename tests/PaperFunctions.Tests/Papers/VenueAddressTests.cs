using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Papers;

public sealed class VenueAddressTests
{
    [Theory]
    [InlineData("https://openreview.net/forum?id=m0thsAtRest&noteId=1", "openreview:m0thsAtRest")]
    [InlineData("https://openreview.net/pdf?id=m0thsAtRest", "openreview:m0thsAtRest")]
    [InlineData("https://openreview.net/group?id=ICLR.cc", null)]
    [InlineData("https://openreview.net/profile?id=~Bo_Quill1", null)]
    [InlineData("https://aclanthology.org/2026.moth-long.1/", "acl:2026.moth-long.1")]
    [InlineData("https://www.aclweb.org/anthology/2026.moth-long.1.pdf", "acl:2026.moth-long.1")]
    [InlineData("https://www.aclweb.org/anthology/papers/P/P19/P19-1001", "acl:p19-1001")]
    [InlineData("https://aclanthology.org/volumes/2026.moth-long/", null)]
    [InlineData("https://proceedings.mlr.press/v999/quill26a.html", "pmlr:v999/quill26a")]
    [InlineData("http://proceedings.mlr.press/v999/quill26a/quill26a.pdf", "pmlr:v999/quill26a")]
    [InlineData("https://proceedings.mlr.press/v999/", null)]
    [InlineData("https://proceedings.neurips.cc/paper/2026/hash/0123456789abcdef0123456789abcdef-Abstract.html",
        "neurips:0123456789abcdef0123456789abcdef")]
    [InlineData("https://papers.nips.cc/paper_files/paper/2026/file/0123456789abcdef0123456789abcdef-Paper-Conference.pdf",
        "neurips:0123456789abcdef0123456789abcdef")]
    [InlineData("https://openaccess.thecvf.com/content/CVPR2026/html/Quill_Moths_at_Rest_CVPR_2026_paper.html",
        "cvf:quill_moths_at_rest_cvpr_2026_paper")]
    [InlineData("https://openaccess.thecvf.com/CVPR2026", null)]
    [InlineData("https://elsewhere.example/forum?id=m0thsAtRest", null)]
    public void Pages_and_PDFs_of_a_paper_share_one_name(string url, string? name) => Assert.Equal(name, VenueAddress.Name(url));

    [Fact]
    public void A_paper_has_the_name_that_its_own_links_agree_on()
    {
        var paper = new Paper
        {
            Title = "Moths at Rest",
            Links = [new(LinkKind.Page, "https://openreview.net/forum?id=m0thsAtRest"),
                new(LinkKind.Pdf, "https://openreview.net/pdf?id=m0thsAtRest")],
        };
        Assert.Equal([new PaperKey(PaperKeyKind.Address, "openreview:m0thsAtRest"),
            new PaperKey(PaperKeyKind.Title, TitleKey.Of("Moths at Rest"))], PaperKey.Of(paper));
        Assert.Null(VenueAddress.Of(paper
            with { Links = [.. paper.Links, new(LinkKind.Page, "https://openreview.net/forum?id=anotherOne1")] }));
        Assert.Null(VenueAddress.Of(paper with { Abstract = "We extend https://openreview.net/forum?id=m0thsAtRest to kettles." }));
        Assert.Equal("acl:2026.moth-long.1", VenueAddress.Of(new Paper { Title = "T", Doi = "10.18653/v1/2026.moth-long.1" }));
    }
}
