using PaperFunctions.Flow.Shared;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Pages.Web;

public sealed class AddressesTests
{
    [Fact]
    public void A_search_is_its_address() => Assert.Equal(
        "/search?q=a%20%26%20b%3F&year=2031&code=true&sort=newest&page=3",
        new SearchState { Query = "a & b?", Year = "2031", HasCode = true, Newest = true, Page = 3, Category = "" }.Address);

    [Theory]
    [InlineData("../../admin?x=1", "/papers/..%2F..%2Fadmin%3Fx%3D1")]
    [InlineData("00ff", "/papers/00ff")]
    public void An_id_stays_one_segment(string id, string address) => Assert.Equal(address, Addresses.Paper(new PaperId(id)));

    [Fact]
    public void A_paper_is_read_at_arXiv_then_at_its_DOI_then_at_its_page()
    {
        var paper = new Paper { Title = "T", ArxivId = "3105.00001", Doi = "10.5555/a<b>#c",
            Links = [new(LinkKind.Code, "https://code.example/x"), new(LinkKind.Project, "https://project.example/")] };
        Assert.Equal("https://arxiv.org/abs/3105.00001", PaperLinks.Reading(paper));
        Assert.Equal("https://doi.org/10.5555/a%3Cb%3E%23c", PaperLinks.Reading(paper with { ArxivId = null }));
        Assert.Equal("https://project.example/", PaperLinks.Reading(paper with { ArxivId = null, Doi = null }));
        Assert.Null(PaperLinks.Reading(new Paper { Title = "T", Links = [new(LinkKind.Code, "https://code.example/x")] }));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "A1")]
    [InlineData(5, "A1, A2, A3, A4, A5")]
    [InlineData(6, "A1, A2, A3, A4 and 2 more")]
    public void A_byline_names_a_few(int count, string line) =>
        Assert.Equal(line, Bylines.Of([.. Enumerable.Range(1, count).Select(i => $"A{i}")]));
}
