using PaperFunctions.Pages.Exports;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Pages.Web;

namespace PaperFunctions.Tests.Pages.Exports;

public sealed class BibtexExportTests
{
    [Fact]
    public void A_full_paper_is_as_approved() => Approval.Check("paper.bib", BibtexExport.Write(new SamplePapers(t => t).Full));

    [Fact]
    public void A_title_alone_is_an_entry() =>
        Assert.Equal("@misc{bees,\n  title = {{On Bees}},\n}\n", BibtexExport.Write(Stored(new Paper { Title = "On Bees" })));

    [Fact]
    public void Nothing_in_ascii_falls_back_to_the_id() =>
        Assert.StartsWith("@misc{paper00000000,\n  title = {{潮汐}}", BibtexExport.Write(Stored(new Paper { Title = "潮汐" })),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(@"50% of $x_1$ & #2", @"50\% of \$x\_1\$ \& \#2")]
    [InlineData(@"a\b~c^d", @"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d")]
    [InlineData("open { brace", @"open \textbraceleft{} brace")]
    [InlineData("line\r\nbreak\0", "line break")]
    public void What_means_something_to_TeX_is_escaped(string title, string written) =>
        Assert.Contains($"title = {{{{{written}}}}},\n", BibtexExport.Write(Stored(new Paper { Title = title })), StringComparison.Ordinal);

    [Theory]
    [InlineData("}}, evil = {x")]
    [InlineData("}\n@misc{evil,")]
    [InlineData(@"\input{/etc/passwd}")]
    [InlineData(@"\\} {{{")]
    public void No_text_breaks_out_of_its_field(string text)
    {
        var entry = BibtexExport.Write(Stored(new Paper
        {
            Title = text, Authors = [text], Venue = text, Doi = text,
            Links = [new(LinkKind.Page, "https://x.example/{" + text)]
        }));
        var depth = 0;
        foreach (var c in entry)
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.True(depth >= 0);
        }

        Assert.Equal(0, depth);
        var lines = entry.TrimEnd('\n').Split('\n');
        Assert.StartsWith("@article{", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..^1], l => Assert.Matches(@"^  (title|author|journal|doi|url) = \{.*\},$", l));
        Assert.Equal("}", lines[^1]);
        Assert.DoesNotContain(@"\input", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_looks_like_two_is_held_together() =>
        Assert.Contains("author = {Ada Linden and {Sea and Sand Group} and {Okonjo, Bayo}}", BibtexExport.Write(Stored(new Paper
        {
            Title = "T", Authors = ["Ada Linden", "Sea and Sand Group", "Okonjo, Bayo"],
        })), StringComparison.Ordinal);

    private static StoredPaper Stored(Paper paper) => new(SamplePapers.Id(0), paper);
}
