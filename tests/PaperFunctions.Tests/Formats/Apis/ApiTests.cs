using PaperFunctions.Formats.Json;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Apis;

public sealed class ApiTests
{
    [Fact]
    public async Task Daily_papers_give_votes_ids_and_code()
    {
        var read = await Read.As<HfDailyPapers>(Read.Bytes("hf-daily-papers.json"));
        Assert.Empty(read.Problems);
        var paper = read.Entries[0].Paper;
        Assert.Equal(("2603.04417", 42, new DateOnly(2026, 3, 12)), (paper.ArxivId, paper.Upvotes, paper.Published));
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], paper.Authors);
        Assert.Equal("https://github.com/lantern-lab/paper-lanterns", paper.CodeUrl);
        Assert.Contains(new PaperLink(LinkKind.Project, "https://paper-lanterns.github.io"), paper.Links);
        Assert.Contains("k ≤ 8", paper.Abstract, StringComparison.Ordinal);
        Assert.Contains("$k", paper.OriginalAbstract, StringComparison.Ordinal);
        Assert.Equal([1, 2], read.Entries.Select(e => e.Line));
        Assert.Equal(0, read.Entries[1].Paper.Upvotes);
    }

    [Fact]
    public async Task Semantic_scholar_gives_both_ids_and_falls_back()
    {
        var read = await Read.As<SemanticScholar>(Read.Bytes("semantic-scholar.json"));
        var (lanterns, kettles) = (read.Entries[0].Paper, read.Entries[1].Paper);
        Assert.Equal(("2603.04417", "10.55555/jio.2026.0007"), (lanterns.ArxivId, lanterns.Doi));
        Assert.Equal(["Computer Science", "Physics"], lanterns.Categories);
        Assert.Contains(lanterns.Links, link => link.Kind == LinkKind.Pdf);
        Assert.Equal(("2603.11223", null, "Annals of Kettles"), (kettles.ArxivId, kettles.Doi, kettles.Venue));
        Assert.Equal("Watched kettles boil late.", kettles.Abstract);
    }

    [Fact]
    public async Task Open_alex_gives_its_abstract_in_order()
    {
        var read = await Read.As<OpenAlex>(Read.Bytes("openalex.json"));
        Assert.Empty(read.Problems);
        var (lanterns, kettles) = (read.Entries[0].Paper, read.Entries[1].Paper);
        Assert.Equal("Folded networks send light where no light is needed; networks learn.", lanterns.Abstract);
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], lanterns.Authors);
        Assert.Equal(("2603.04417", "10.55555/jio.2026.0007"), (lanterns.ArxivId, lanterns.Doi));
        Assert.Equal(("Journal of Invented Optics", new DateOnly(2026, 3, 12)), (lanterns.Venue, lanterns.Published));
        Assert.Equal(["Folded Optics"], lanterns.Categories);
        Assert.Null(kettles.Published);
    }
}
