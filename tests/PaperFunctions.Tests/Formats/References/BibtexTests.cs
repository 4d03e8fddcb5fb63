using PaperFunctions.Formats.References;

namespace PaperFunctions.Tests.Formats.References;

public sealed class BibtexTests
{
    [Fact]
    public async Task An_entry_with_everything_gives_a_whole_paper()
    {
        var paper = await Read.OneAs<Bibtex>("""
            @string{conf = "Conference on " # "Invented Things"}
            @inproceedings{amsel2024,
              title     = {Sparse Lanterns: Routing Light through {Paper} Networks},
              author    = {Amsel, Juno and van der Quill, Bo and Tern, Jr., Ovid and {The Lantern Collaboration} and others},
              booktitle = conf,
              year      = 2024,
              month     = jul,
              day       = 4,
              doi       = "https://doi.org/10.55555/LANTERN.2024\_7",
              url       = {https://lanterns.example/paper},
              eprint    = {2407.01234v2},
              archivePrefix = {arXiv},
              primaryClass  = {cs.LG},
              keywords  = {routing, light},
              abstract  = {We route light.
                           It arrives.},
            }
            """);
        Assert.Equal("Conference on Invented Things", paper.Venue);
        Assert.Equal(["Juno Amsel", "Bo van der Quill", "Ovid Tern Jr.", "The Lantern Collaboration"],
            paper.Authors.Select(a => a.Trim('{', '}')));
        Assert.Equal(new DateOnly(2024, 7, 4), paper.Published);
        Assert.Equal("10.55555/lantern.2024_7", paper.Doi);
        Assert.Equal("2407.01234", paper.ArxivId);
        Assert.Equal("We route light. It arrives.", paper.Abstract);
        Assert.Equal(["cs.LG", "routing", "light"], paper.Categories);
        Assert.Equal("https://lanterns.example/paper", Assert.Single(paper.Links).Url);
    }

    [Fact]
    public async Task A_year_without_a_day_is_no_date() =>
        Assert.Null((await Read.OneAs<Bibtex>("@misc{a, title={T}, year={2024}, month=jul}")).Published);

    [Fact]
    public async Task An_entry_that_is_not_closed_costs_no_other()
    {
        var read = await Read.As<Bibtex>("@article{a,\n title = {One {open},\n year = 2020\n\n@article{b,\n title = {Two}\n}\n");
        Assert.Equal(2, read.Entries.Count);
        Assert.Equal("Two", read.Entries[1].Paper.Title);
        Assert.Equal(5, read.Entries[1].Line);
        Assert.Equal(1, Assert.Single(read.Problems).Line);
    }

    [Fact]
    public async Task A_missing_comma_is_reported_and_survived()
    {
        var read = await Read.As<Bibtex>("@article{a,\n title = {One}\n doi = {10.55555/x.1}\n}");
        Assert.Equal("10.55555/x.1", Assert.Single(read.Papers).Doi);
        Assert.Equal((3, 2), (read.Problems[0].Line, read.Problems[0].Column));
    }

    [Fact]
    public async Task Comments_preambles_and_addresses_are_passed_over()
    {
        var read = await Read.As<Bibtex>(
            "mail me@example.org {x}\n@preamble{\"\\def\\x{1}\"}\n@comment{jabref-meta: {a;}}\n@article(a, title = \"A (round) "
            + "G\\\"odel\", note={see) it})");
        Assert.Equal("A (round) Gödel", Assert.Single(read.Papers).Title);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public async Task Macros_that_double_each_other_stay_small()
    {
        var text = "@string{a0 = \"" + new string('x', 100) + "\"}\n" +
            string.Concat(Enumerable.Range(1, 60).Select(i => $"@string{{a{i} = a{i - 1} # a{i - 1}}}\n")) + "@misc{k, title = a60}";
        Assert.InRange((await Read.OneAs<Bibtex>(text)).Title.Length, 1, 1 << 18);
    }

    [Theory]
    [InlineData("@article{")]
    [InlineData("@article{a")]
    [InlineData("@article{a,")]
    [InlineData("@article{a, title")]
    [InlineData("@article{a, title =")]
    [InlineData("@article{a, title = {")]
    [InlineData("@article{a, title = \"x")]
    [InlineData("@string{")]
    [InlineData("@@@{{{}}}@")]
    [InlineData("@a(}}}}))),,,=={{")]
    public async Task Torn_files_are_read_as_far_as_they_go(string text) =>
        Assert.InRange((await Read.As<Bibtex>(text)).Entries.Count, 0, 1);

    [Fact]
    public void It_knows_itself()
    {
        Assert.InRange(Read.Confidence<Bibtex>("% refs\n@Article{ x1 ,\n title={T}}"), 0.75, 1);
        Assert.Equal(0, Read.Confidence<Bibtex>("Write to someone@example.org {now}, or not."));
    }

    [Fact]
    public async Task A_doubled_and_divides_names_once()
    {
        var paper = await Read.OneAs<Bibtex>("@article{a, title={A}, author={Ada Example and and Ben Sample}}");

        Assert.Equal(["Ada Example", "Ben Sample"], paper.Authors);
    }
}
