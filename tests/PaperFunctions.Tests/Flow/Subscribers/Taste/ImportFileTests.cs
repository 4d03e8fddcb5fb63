using System.Text;
using PaperFunctions.Flow.Subscribers.Taste;

namespace PaperFunctions.Tests.Flow.Subscribers.Taste;

public class ImportFileTests
{
    [Theory]
    [InlineData("arXiv:2603.01234\n10.55555/jio.2026.0007\nPaper Lanterns in the Wind\n",
        "arXiv:2603.01234|doi:10.55555/jio.2026.0007|Paper Lanterns in the Wind")]
    [InlineData("1. Paper Lanterns in the Wind https://arxiv.org/abs/2603.01234\n2. On Kettles That Never Boil "
        + "https://arxiv.org/abs/2603.01235\n", "Paper Lanterns in the Wind|On Kettles That Never Boil")]
    [InlineData("# Papers\n\n- [Paper Lanterns in the Wind](https://arxiv.org/abs/2603.01234)\n- [On Kettles That Never "
        + "Boil](https://arxiv.org/abs/2603.01235)\n", "Paper Lanterns in the Wind|On Kettles That Never Boil")]
    [InlineData("Paper lanterns in the wind\n", "Paper lanterns in the wind")]
    [InlineData("@article{a, title = {Paper Lanterns in the Wind}, year = 2026}\n", "Paper Lanterns in the Wind")]
    public async Task A_list_is_read_as_a_digest_is(string text, string titles)
    {
        var file = await ImportFile.ReadAsync(Encoding.UTF8.GetBytes(text), "list.txt", DateTimeOffset.UnixEpoch.AddYears(56), default);
        Assert.Equal(titles, string.Join('|', file.Rated.Select(rated => rated.Paper.Title)));
    }

    [Fact]
    public async Task Ids_beside_titles_are_ids()
    {
        var file = await ImportFile.ReadAsync(
            "Paper Lanterns in the Wind (arXiv:2603.01234)\nOn Kettles That Never Boil (arXiv:2603.01235)\n"u8.ToArray(), "list.txt",
            DateTimeOffset.UnixEpoch.AddYears(56), default);
        Assert.Equal(["2603.01234", "2603.01235"], file.Rated.Select(rated => rated.Paper.ArxivId));
    }
}
