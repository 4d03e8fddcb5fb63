using PaperFunctions.Formats.Links;

namespace PaperFunctions.Tests.Formats.Links;

public class WorkIdsTests
{
    [Theory]
    [InlineData("2401.01234", "2401.01234")]
    [InlineData("2401.01234v12", "2401.01234")]
    [InlineData("arXiv:0704.0001", "0704.0001")]
    [InlineData("http://arxiv.org/abs/2401.01234v1", "2401.01234")]
    [InlineData("https://arxiv.org/pdf/2401.01234v1.pdf", "2401.01234")]
    [InlineData("oai:arXiv.org:2401.01234v1", "2401.01234")]
    [InlineData("https://doi.org/10.48550/arXiv.2401.01234", "2401.01234")]
    [InlineData("https://huggingface.co/papers/2401.01234", "2401.01234")]
    [InlineData("math.GT/0309136v2", "math/0309136")]
    [InlineData("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001")]
    [InlineData("10.1145/3292500.3330701", null)]
    [InlineData("123456.789", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Ids_of_arxiv_lose_prefix_version_and_class(string? field, string? id)
    {
        Assert.Equal(id, WorkIds.Arxiv(field));
    }

    [Theory]
    [InlineData("10.1145/3292500.3330701", "10.1145/3292500.3330701")]
    [InlineData("https://doi.org/10.1000/ABC(1)x", "10.1000/abc(1)x")]
    [InlineData("http://dx.doi.org/10.1000/abc.", "10.1000/abc")]
    [InlineData("doi:10.1000/abc", "10.1000/abc")]
    [InlineData("https://doi.org/10.1002%2Fabc", "10.1002/abc")]
    [InlineData("10.48550/arXiv.2401.01234", null)]
    [InlineData("2401.01234", null)]
    [InlineData("10.10/x", null)]
    public void Dois_lose_the_resolver_and_their_case(string field, string? doi)
    {
        Assert.Equal(doi, WorkIds.Doi(field));
    }
}
