using System.Diagnostics;
using System.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Lists;

public class MarkdownTests
{
    public static TheoryData<string> OwnPages() =>
        [.. Directory.GetFiles(Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md"))
            .Select(file => Path.GetRelativePath(Root, file))];

    private static string Root => Path.Combine(Samples.TestsFolder, "..");

    /// <summary>They have the shape of lists, speak of papers and hold none.</summary>
    [Theory]
    [MemberData(nameof(OwnPages))]
    public async Task A_page_of_this_project_gives_no_paper(string file)
    {
        var reading = await Reading.OfAsync(await File.ReadAllBytesAsync(Path.Combine(Root, file)), Path.GetFileName(file));
        Assert.Empty(reading.Entries.Select(entry => $"{entry.Line}: {entry.Paper.Title}"));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData(">")]
    [InlineData("> - ")]
    [InlineData("*a _b ")]
    [InlineData("**a* ")]
    [InlineData("[a](")]
    [InlineData("<a ")]
    [InlineData("|a")]
    [InlineData("`a``b")]
    [InlineData("- [a](https://arxiv.org/abs/2603.01234) https://a.b/c ")]
    [InlineData("# a\n")]
    [InlineData("1. **a b** c, d\n\n")]
    [InlineData("**[a] \"b\n")]
    public async Task Repeated_marks_take_no_longer_than_text(string mark)
    {
        var text = "# Papers\n\n- [Lanterns: Sparse Attention](https://arxiv.org/abs/2603.01234)\n\n"
            + string.Concat(Enumerable.Repeat(mark, (1 << 20) / mark.Length));
        var started = Stopwatch.GetTimestamp();
        await Reading.OfAsync(Encoding.UTF8.GetBytes(text), "list.markdown.txt");
        // Quadratic time would be hours: the bound leaves room for a busy machine.
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 180);
    }

    [Theory]
    [InlineData("> ```\n> # Code\n> ```")]
    [InlineData("> ```\n> # Code, and the quotation ends")]
    [InlineData("````\n```\n# Code\n```\n````")]
    public async Task What_follows_a_block_of_code_is_read(string code)
    {
        var list = $"# Papers\n\n{code}\n\n- [Lanterns: Sparse Attention](https://arxiv.org/abs/2603.01234)\n";
        var reading = await Reading.OfAsync(Encoding.UTF8.GetBytes(list), "list.md");
        Assert.Equal(["Lanterns: Sparse Attention"], reading.Titles);
        Assert.Empty(reading.Receipt.Problems);
    }

    [Theory]
    [InlineData("```", "block of code")]
    [InlineData("<!-- later", "comment")]
    public async Task What_is_never_closed_is_a_problem(string open, string what)
    {
        var list = $"# Papers\n\n- [Lanterns: Sparse Attention](https://arxiv.org/abs/2603.01234)\n\n{open}\n\n- Lost\n";
        var reading = await Reading.OfAsync(Encoding.UTF8.GetBytes(list), "list.md");
        Assert.Contains(reading.Receipt.Problems, p => p.Line == 5 && p.Reason.Contains(what, StringComparison.Ordinal));
    }

    /// <summary>A line of a list is divided as a field of a table is.</summary>
    [Theory]
    [InlineData("Juno Amsel, Bo van der Quill", "Juno Amsel|Bo van der Quill")]
    [InlineData("Amsel, J., Quill, B.", "J. Amsel|B. Quill")]
    [InlineData("Amsel, Juno; van der Quill, Bo", "Juno Amsel|Bo van der Quill")]
    [InlineData("Juno Amsel1,2, Ovid Tern2", "Juno Amsel|Ovid Tern")]
    [InlineData("Juno Amsel† · Ovid Tern", "Juno Amsel|Ovid Tern")]
    [InlineData("Juno Amsel, Ovid Tern, et al. (3 more authors)", "Juno Amsel|Ovid Tern")]
    [InlineData("Juno Amsel, who lights lanterns in the wind, has one head.", "")]
    public async Task A_line_of_names_below_a_title_gives_the_authors(string line, string names)
    {
        var list = $"# Papers\n\n## Lanterns: Sparse Attention\n\n{line}\n\n[[pdf](https://arxiv.org/pdf/2603.01234)]\n";
        var reading = await Reading.OfAsync(Encoding.UTF8.GetBytes(list), "list.md");
        Assert.Equal(names, string.Join('|', Assert.Single(reading.Entries).Paper.Authors));
    }

    [Fact]
    public async Task A_paper_known_by_its_id_alone_says_so()
    {
        var reading = await Reading.OfAsync("https://arxiv.org/abs/2603.01234\nhttps://arxiv.org/abs/2603.01235\n"u8.ToArray(),
            "links.txt");
        Assert.Equal(["arXiv:2603.01234", "arXiv:2603.01235"], reading.Titles);
        Assert.All(reading.Entries, entry => Assert.True(entry.Paper.TitleIsId));
    }

    [Fact]
    public void A_title_that_comes_later_takes_the_place_of_an_id()
    {
        var (id, titled) = (new Paper { Title = "arXiv:2603.01234", TitleIsId = true }, new Paper { Title = "Naps" });
        foreach (var union in new[] { PaperUnion.Of(id, titled), PaperUnion.Of(titled, id) })
        {
            Assert.Equal(("Naps", false), (union.Title, union.TitleIsId));
        }
    }
}
