using PaperFunctions.Formats.Shared.Ids;

namespace PaperFunctions.Tests.Formats.Ids;

public sealed class ArxivIdsTests
{
    [Theory]
    [InlineData("2401.01234", "2401.01234")]
    [InlineData("2401.01234v3", "2401.01234")]
    [InlineData("arXiv:2401.01234v12", "2401.01234")]
    [InlineData("ARXIV: 2401.01234 [cs.CL]", "2401.01234")]
    [InlineData("2401.01234v1 [cs.CL]", "2401.01234")]
    [InlineData("http://arxiv.org/abs/0704.0001v2", "0704.0001")]
    [InlineData("https://www.arxiv.org/pdf/2401.01234v2.pdf", "2401.01234")]
    [InlineData("https://export.arxiv.org/abs/2401.01234?context=cs", "2401.01234")]
    [InlineData("https://huggingface.co/papers/2401.01234", "2401.01234")]
    [InlineData("https://www.alphaxiv.org/abs/2401.01234v1", "2401.01234")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/2401.01234", "2401.01234")]
    [InlineData("oai:arXiv.org:2401.01234v1", "2401.01234")]
    [InlineData("https://doi.org/10.48550/arXiv.2401.01234", "2401.01234")]
    [InlineData("abs/2401.01234", "2401.01234")]
    [InlineData("math.GT/0309136", "math/0309136")]
    [InlineData("arXiv:math/0309136v1", "math/0309136")]
    [InlineData("https://arxiv.org/abs/hep-th/9901001v3", "hep-th/9901001")]
    [InlineData("cond-mat.STAT-MECH/9901001", null)]
    public void Every_spelling_folds_to_one(string text, string? id) => Assert.Equal(id, ArxivIds.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("2413.01234")]
    [InlineData("2401.0123")]
    [InlineData("1401.01234")]
    [InlineData("0703.0001")]
    [InlineData("9912.12345")]
    [InlineData("2401.012345")]
    [InlineData("foo/0309136")]
    [InlineData("10.1145/3292500.3330701")]
    [InlineData("see 2401.01234 for more")]
    [InlineData("https://example.org/2401.01234")]
    public void What_is_no_id_stays_none(string text) => Assert.Null(ArxivIds.Parse(text));

    [Theory]
    [InlineData("arXiv preprint arXiv:2401.01234", "2401.01234")]
    [InlineData("Accepted; see https://arxiv.org/abs/2401.01234v2.", "2401.01234")]
    [InlineData("costs 2401.01234 in all", null)]
    [InlineData("notarxiv:2401.01234", null)]
    public void In_running_text_an_id_must_say_so(string text, string? id) => Assert.Equal(id, ArxivIds.Find(text));

    [Theory]
    [InlineData("2401.01234v2, and more", "2401.01234")]
    [InlineData("math.GT/0309136v2.", "math/0309136")]
    [InlineData("123456.789", null)]
    [InlineData("see 2401.01234", null)]
    public void Behind_a_mark_text_goes_on_with_an_id(string text, string? id) => Assert.Equal(id, ArxivIds.StartOf(text));
}
