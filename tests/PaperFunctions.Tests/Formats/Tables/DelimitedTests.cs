using System.Text;
using PaperFunctions.Formats.Tables;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Tables;

public sealed class DelimitedTests
{
    [Fact]
    public async Task Semicolons_quoted_line_ends_and_a_byte_order_mark_are_read()
    {
        var read = await Read.As<Csv>(Read.Bytes("table.csv"));
        Assert.Empty(read.Problems);
        var (lanterns, kettles) = (read.Entries[0].Paper, read.Entries[1].Paper);
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], lanterns.Authors);
        Assert.Equal("Folded networks, \"mostly\", send light where it is not needed.", lanterns.Abstract);
        Assert.Equal(("10.55555/jio.2026.0007", "Journal of Invented Optics"), (lanterns.Doi, lanterns.Venue));
        Assert.Null(lanterns.Published);
        Assert.Equal(["optics", "routing"], lanterns.Categories);
        Assert.Equal(("2603.11223", null), (kettles.ArxivId, kettles.Doi));
        Assert.Equal(new DateOnly(2026, 3, 19), kettles.Published);
        Assert.Equal([2, 5], read.Entries.Select(e => e.Line));
    }

    [Fact]
    public async Task Tabs_are_read_with_lone_quotes_in_them()
    {
        var read = await Read.As<Tsv>(Read.Bytes("table.tsv"));
        Assert.Empty(read.Problems);
        var (lanterns, kettles) = (read.Entries[0].Paper, read.Entries[1].Paper);
        Assert.Equal(("2603.04417", 42, "https://github.com/lantern-lab/paper-lanterns"),
            (lanterns.ArxivId, lanterns.Upvotes, lanterns.CodeUrl));
        Assert.Equal(["cs.LG", "physics.optics"], lanterns.Categories);
        Assert.Equal("We bound 5\" kettles.", kettles.Abstract);
        Assert.Equal(["Ovid Tern"], kettles.Authors);
        Assert.Equal(new PaperLink(LinkKind.Page, "https://kettles.example/1"), Assert.Single(kettles.Links));
    }

    [Fact]
    public async Task A_row_that_does_not_fit_is_read_and_reported()
    {
        var read = await Read.As<Csv>("title,doi\nOne,10.55555/a,stray\nTwo\n");
        Assert.Equal(["One", "Two"], read.Papers.Select(p => p.Title));
        Assert.Equal([2, 3], read.Problems.Select(p => p.Line));
    }

    [Fact]
    public async Task A_quote_never_closed_is_found_at_its_row()
    {
        var read = await Read.As<Csv>("title,abstract\nOne,fine\nTwo,\"open\n"
            + string.Concat(Enumerable.Repeat("more, and more\n", 200_000)));
        Assert.Equal("One", read.Entries[0].Paper.Title);
        Assert.Equal(3, Assert.Single(read.Problems).Line);
    }

    [Fact]
    public async Task Excel_says_its_separator_first() =>
        Assert.Equal("One", (await Read.OneAs<Csv>("sep=;\r\ntitle;summary\r\nOne;x, y\r\n")).Title);

    [Fact]
    public async Task Western_bytes_in_a_file_of_utf8_are_read()
    {
        byte[] bytes = [.. "title,authors\nCafé,"u8, .. Encoding.Latin1.GetBytes("Ida Pérez-Sol\n")];
        Assert.Equal(["Ida Pérez-Sol"], Assert.Single((await Read.As<Csv>(bytes)).Papers).Authors);
    }

    [Theory]
    [InlineData("title,abstract,doi\nOne,Two,3", 0.9)]
    [InlineData("Document Title,Authors,Publication Title,Foo,Bar\n", 0.9)]
    [InlineData("| Title | Authors | Abstract |\n|---|---|---|\n", 0)]
    [InlineData("name,age\nBo,3", 0)]
    [InlineData("The title, abstract and all\nother words", 0)]
    [InlineData("Titles, dates and so on, as in a letter.\n", 0)]
    public void A_header_makes_a_table(string text, double confidence) => Assert.Equal(confidence, Read.Confidence<Csv>(text));

    [Fact]
    public async Task A_table_without_a_title_says_which_columns_it_wants() =>
        Assert.Contains("title", Assert.Single((await Read.As<Csv>("a,b\n1,2\n")).Problems).Reason, StringComparison.Ordinal);
}
