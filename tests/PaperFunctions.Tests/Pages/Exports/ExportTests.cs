using System.Text;
using PaperFunctions.Formats;
using PaperFunctions.Pages.Exports;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Pages.Web;

namespace PaperFunctions.Tests.Pages.Exports;

/// <summary>What is exported is read again by our own parsers, chosen by the content alone.</summary>
public sealed class ExportTests
{
    private static readonly Paper Preprint = new()
    {
        Title = "50% of x₁ & Co: a #1 under_scored {Title}",
        Abstract = "A first sentence: 1 < 2. A second one, with 3% & more_of #4.",
        Authors = ["Bo van der Quill", "Ada Linden", "Okonjo"],
        ArxivId = "2401.00017",
        Categories = ["cs.LG", "cs.CL"],
        Published = new DateOnly(2024, 1, 3),
        Links = [new(LinkKind.Arxiv, "https://arxiv.org/abs/2401.00017")],
    };

    private static readonly Paper Article = new()
    {
        Title = "Sponge Reefs of the North",
        Abstract = "We ask reefs what they remember.",
        Authors = ["Carla del Río", "Esi Amah"],
        Doi = "10.5555/reefs.2024.7",
        Venue = "Annals of Invented Seas",
        Categories = ["Oceanography"],
        Published = new DateOnly(2024, 11, 30),
    };

    public static TheoryData<string> Names => [.. ExportFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_written_is_read_again(string name)
    {
        var (papers, format) = await ReadAsync(name, Preprint, Article);
        Assert.Equal(name, format);
        foreach (var (written, read) in new[] { Preprint, Article }.Zip(papers))
        {
            Assert.Equal(
                (written.Title, written.Abstract, written.ArxivId, written.Doi, written.Venue, written.Published),
                (read.Title, read.Abstract, read.ArxivId, read.Doi, read.Venue, read.Published));
            Assert.Equal(written.Authors, read.Authors);
            Assert.Equal(written.Categories, read.Categories);
            Assert.Equal(PaperLinks.Reading(written), PaperLinks.Reading(read));
        }
    }

    /// <summary>The papers of the samples, of which some have almost nothing: their titles come back.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_paper_of_which_little_is_known_keeps_its_title(string name)
    {
        var (papers, _) = await ReadAsync(name, Article, new Paper { Title = "What Bees Do at Dusk" },
            new Paper { Title = "使用两部手机测量潮汐", Authors = ["山田 波"] });
        Assert.Equal(["Sponge Reefs of the North", "What Bees Do at Dusk", "使用两部手机测量潮汐"], papers.Select(paper => paper.Title));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_text_breaks_out_of_its_field(string name)
    {
        string[] hostile = ["}}, evil = {x", "}\n@misc{evil,", "x\r\nER  - \r\nTY  - JOUR", "\"}]", "a\0b\u202ec", "\\} {{{"];
        var papers = hostile.Select(text => new Paper
        {
            Title = $"Title {text}", Abstract = text, Authors = [text], Venue = text, Doi = text, Categories = [text],
            Links = [new(LinkKind.Page, "https://x.example/" + text)],
        });
        var (read, _) = await ReadAsync(name, [.. papers]);
        Assert.Equal(hostile.Length, read.Count);
    }

    [Fact]
    public void Names_are_told_apart_where_that_can_be_done()
    {
        var paper = new Paper { Title = "Kelp", Authors = ["Ada Linden", "Bo van der Quill", "Okonjo", "林 清"] };
        var written = ExportFormat.Named("ris")!.Write([new StoredPaper(SamplePapers.Id(1), paper)]);
        Assert.Contains("AU  - Linden, Ada\r\nAU  - van der Quill, Bo\r\nAU  - Okonjo\r\nAU  - 林 清\r\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Citation_keys_are_not_given_twice()
    {
        var written = ExportFormat.Named("bibtex")!.Write([.. Enumerable.Range(0, 3)
            .Select(i => new StoredPaper(SamplePapers.Id(i), Article))]);
        Assert.All(["@article{ro2024sponge,", "@article{ro2024sponge-2,", "@article{ro2024sponge-3,"], key =>
            Assert.Contains(key, written, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_an_empty_file_that_is_valid() =>
        Assert.Equal(["", "", "[]\n"], ExportFormat.All.Select(format => format.Write([])));

    private static async Task<(List<Paper> Papers, string? Format)> ReadAsync(string name, params Paper[] papers)
    {
        var written = ExportFormat.Named(name)!.Write([.. papers.Select((paper, i) => new StoredPaper(SamplePapers.Id(i + 1), paper))]);
        var reading = await DigestReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(written)),
            new DigestSource("export", default, null));
        var read = await reading.EntriesAsync().Select(entry => entry.Paper).ToListAsync();
        return (read, reading.Receipt.Format);
    }
}
