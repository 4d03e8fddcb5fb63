using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;
using static PaperFunctions.Tests.Contracts.Make;

namespace PaperFunctions.Tests.Contracts;

public abstract class PaperTableContract
{
    protected abstract IPaperTable Table { get; }

    [Fact]
    public async Task What_was_written_is_found_as_it_was()
    {
        var lookUp = new LookUpResult(LookUpOutcome.Doubtful, new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero))
        {
            Catalogue = "arXiv", Again = new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero),
        };
        var paper = Stored("Ünïcode: 𝛼-models & <tags>") with { FormerIds = [PaperId(), PaperId()], LookUp = lookUp };
        paper = paper with
        {
            Paper = paper.Paper with
            {
                Authors = ["Ana Lima", "Bo Chen"],
                Links = [new PaperLink(LinkKind.Code, "https://example.org/code")],
                ArxivId = "2401.00001",
                Published = new DateOnly(2026, 3, 1),
                Upvotes = 3,
            },
        };
        var alias = new PaperRow.Alias(PaperId(), paper.Id, null);

        Assert.True(await Table.TryWriteAsync([new PaperRow.Known(paper, null), alias], None));

        var found = await Table.FindAsync([paper.Id, alias.Id, PaperId()], None);
        Assert.Equal(2, found.Count);
        var known = Assert.IsType<PaperRow.Known>(found[paper.Id]);
        Assert.True(PaperText.Same(paper, known.Stored));
        Assert.Equal((paper.FirstSeen, lookUp), (known.Stored.FirstSeen, known.Stored.LookUp));
        Assert.Equal(paper.Id, Assert.IsType<PaperRow.Alias>(found[alias.Id]).Target);
    }

    [Fact]
    public async Task A_row_that_exists_is_not_added_again()
    {
        var paper = Stored("First");
        Assert.True(await Table.TryWriteAsync([new PaperRow.Known(paper, null)], None));

        Assert.False(await Table.TryWriteAsync([new PaperRow.Known(paper with { Paper = Paper("Second") }, null)], None));

        Assert.Equal("First", await TitleAsync(paper.Id));
    }

    [Fact]
    public async Task A_row_that_changed_since_it_was_read_is_not_overwritten()
    {
        var paper = Stored("First");
        await Table.TryWriteAsync([new PaperRow.Known(paper, null)], None);
        var read = (await Table.FindAsync([paper.Id], None))[paper.Id].Version;

        Assert.True(await Table.TryWriteAsync([new PaperRow.Known(paper with { Paper = Paper("Second") }, read)], None));
        Assert.False(await Table.TryWriteAsync([new PaperRow.Known(paper with { Paper = Paper("Third") }, read)], None));

        Assert.Equal("Second", await TitleAsync(paper.Id));
    }

    [Fact]
    public async Task A_paper_becomes_an_alias()
    {
        var (winner, loser) = (Stored("A"), Stored("B"));
        await Table.TryWriteAsync([new PaperRow.Known(winner, null), new PaperRow.Known(loser, null)], None);
        var version = (await Table.FindAsync([loser.Id], None))[loser.Id].Version;

        Assert.True(await Table.TryWriteAsync([new PaperRow.Alias(loser.Id, winner.Id, version)], None));

        Assert.Equal("A", Assert.Single(await Table.ResolveAsync([loser.Id, winner.Id], None)).Paper.Title);
    }

    [Fact]
    public async Task Thousands_of_rows_go_in_at_once_and_come_back()
    {
        var papers = Enumerable.Range(0, 1500).Select(i => Stored($"Paper {i}")).ToList();

        Assert.True(await Table.TryWriteAsync([.. papers.Select(p => new PaperRow.Known(p, null))], None));

        var found = await Table.ResolveAsync([.. papers.Select(p => p.Id)], None);
        Assert.Equal(papers.Select(p => p.Paper.Title), found.Select(p => p.Paper.Title));
    }

    [Fact]
    public async Task The_largest_paper_that_a_digest_can_bring_fits()
    {
        var huge = new string('é', 200_000);
        var links = Enumerable.Range(0, 300).Select(i => new PaperLink(LinkKind.Page, $"https://example.org/{i}/{new string('x', 1900)}"));
        var paper = PaperFit.Of(new Paper
        {
            Title = huge,
            Abstract = huge,
            OriginalAbstract = huge,
            Authors = [.. Enumerable.Repeat(huge, 1000)],
            Links = [.. links],
            Categories = [.. Enumerable.Repeat(huge, 100)],
        });
        var stored = new StoredPaper(PaperId(), paper) { FirstSeen = At() };

        Assert.True(await Table.TryWriteAsync([new PaperRow.Known(stored, null)], None));

        Assert.True(PaperText.Same(stored, Assert.Single(await Table.ResolveAsync([stored.Id], None))));
    }

    private async Task<string> TitleAsync(PaperId id) => Assert.Single(await Table.ResolveAsync([id], None)).Paper.Title;
}
