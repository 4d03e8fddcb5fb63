using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Tests.Formats.Ids;

public sealed class DoisTests
{
    [Theory]
    [InlineData("10.1145/3292500.3330701", "10.1145/3292500.3330701")]
    [InlineData("https://doi.org/10.1145/3292500.3330701", "10.1145/3292500.3330701")]
    [InlineData("http://dx.doi.org/10.1038/S41586-021-03819-2", "10.1038/s41586-021-03819-2")]
    [InlineData("doi:10.1038/nature12373.", "10.1038/nature12373")]
    [InlineData("DOI 10.1038/nature12373", "10.1038/nature12373")]
    [InlineData("info:doi/10.1038/nature12373", "10.1038/nature12373")]
    [InlineData("10.1002%2F(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O",
        "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o")]
    [InlineData("(10.1016/S0140-6736(05)67728-8)", "10.1016/s0140-6736(05)67728-8")]
    [InlineData("10.1101/2024.01.02.573812v2", "10.1101/2024.01.02.573812")]
    [InlineData("10.1234", null)]
    [InlineData("10.12/abc", null)]
    [InlineData("n/a", null)]
    public void A_field_folds_to_one_spelling(string field, string? doi) => Assert.Equal(doi, Dois.Parse(field));

    [Theory]
    [InlineData("https://www.biorxiv.org/content/10.1101/2024.01.02.573812v1?rss=1", "10.1101/2024.01.02.573812")]
    [InlineData("https://www.biorxiv.org/content/10.1101/2024.01.02.573812v1.full.pdf", "10.1101/2024.01.02.573812")]
    [InlineData("https://dl.acm.org/doi/abs/10.1145/3292500.3330701#sec-ref", "10.1145/3292500.3330701")]
    [InlineData("https://www.frontiersin.org/articles/10.3389/fnins.2024.1345678/full", "10.3389/fnins.2024.1345678")]
    [InlineData("https://onlinelibrary.wiley.com/doi/10.1002/anie.202401234?af=R", "10.1002/anie.202401234")]
    [InlineData("https://example.org/v10.1000/xyz", null)]
    [InlineData("10.1145/3292500.3330701", null)]
    public void A_link_gives_the_doi_it_leads_to(string url, string? doi) => Assert.Equal(doi, Dois.OfLink(url));

    [Fact]
    public void An_arxiv_doi_is_the_arxiv_id()
    {
        var ids = default(KnownIds).WithField("https://doi.org/10.48550/arXiv.2401.01234v1").WithField("10.1145/3292500.3330701");
        Assert.Equal(new KnownIds("2401.01234", "10.1145/3292500.3330701"), ids);
    }

    [Fact]
    public void What_is_known_first_stays()
    {
        var ids = default(KnownIds).WithLink("https://arxiv.org/abs/2401.01234").WithLink("https://arxiv.org/abs/2402.00001");
        Assert.Equal("2401.01234", ids.Arxiv);
    }

    [Theory]
    [InlineData("10.1000/ABC(1)x). Next", "10.1000/abc(1)x")]
    [InlineData("10.10/x", null)]
    [InlineData("in 10.1000/abc", null)]
    public void Behind_a_mark_text_goes_on_with_a_doi(string text, string? doi) => Assert.Equal(doi, Dois.StartOf(text));
}
