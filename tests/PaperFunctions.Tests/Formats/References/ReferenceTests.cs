using PaperFunctions.Formats.References;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.References;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Ris_gives_whole_papers()
    {
        var read = await Read.As<Ris>(Read.Bytes("references.ris"));
        Assert.Empty(read.Problems);
        AssertLanterns(read.Entries[0].Paper);
        Assert.Equal("Folded networks send light where it is not needed. We route it.", read.Entries[0].Paper.Abstract);
        var kettles = read.Entries[1].Paper;
        Assert.Equal(("2603.11223", "Ovid Tern", null), (kettles.ArxivId, kettles.Authors[0], kettles.Published));
        Assert.Equal([1, 20], read.Entries.Select(e => e.Line));
    }

    [Fact]
    public async Task A_ris_record_without_its_end_is_kept_and_reported()
    {
        var read = await Read.As<Ris>("TY  - JOUR\r\nTI  - One\r\nTY  - JOUR\r\nTI  - Two\r\n");
        Assert.Equal(["One", "Two"], read.Papers.Select(p => p.Title));
        Assert.Contains("ER", Assert.Single(read.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nbib_joins_wrapped_lines_and_prefers_full_names()
    {
        var read = await Read.As<Nbib>(Read.Bytes("references.nbib"));
        Assert.Empty(read.Problems);
        var (moss, ferns) = (read.Entries[0].Paper, read.Entries[1].Paper);
        Assert.Equal("Moss remembers footsteps: a study of the memory of moss in gardens that nobody invented", moss.Title);
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], moss.Authors);
        Assert.Equal(("10.55555/moss.2026.4", "Quiet biology", new DateOnly(2026, 3, 10)), (moss.Doi, moss.Venue, moss.Published));
        Assert.Equal(["OB Tern"], ferns.Authors);
        Assert.Null(ferns.Published);
    }

    [Fact]
    public async Task Csl_json_gives_particles_and_literal_names()
    {
        var read = await Read.As<CslJson>(Read.Bytes("references.csl.json"));
        var lanterns = read.Entries[0].Paper;
        Assert.Equal(["Juno Amsel", "Bo van der Quill", "The Lantern Collaboration"], lanterns.Authors);
        Assert.Equal("Folded networks send light where it is not needed.", lanterns.Abstract);
        Assert.Equal(new DateOnly(2026, 3, 12), lanterns.Published);
        Assert.Equal("2603.11223", read.Entries[1].Paper.ArxivId);
    }

    [Fact]
    public async Task Crossref_works_are_read_as_the_dialect_they_are()
    {
        var paper = await Read.OneAs<CslJson>("""
            {"status":"ok","message-type":"work-list","message":{"facets":{},"total-results":1,"items":[{"DOI":"10.55555/JIO.2026.0007",
            "title":["Paper Lanterns"],"subtitle":["Sparse Routing of Light"],"container-title":["Journal of Invented Optics"],
            "author":[{"given":"Juno","family":"Amsel","sequence":"first"}],"published":{"date-parts":[[2026,3,12]]},"type":"journal-article","URL":"https://doi.org/10.55555/jio.2026.0007"}]}}
            """);
        Assert.Equal("Paper Lanterns: Sparse Routing of Light", paper.Title);
        Assert.Equal("Journal of Invented Optics", paper.Venue);
    }

    [Fact]
    public async Task End_note_gives_text_without_its_styles()
    {
        var read = await Read.As<EndNoteXml>(Read.Bytes("references.endnote.xml"));
        Assert.Empty(read.Problems);
        AssertLanterns(read.Entries[0].Paper);
        Assert.Equal("Kettles, Watched", read.Entries[1].Paper.Title);
    }

    [Fact]
    public async Task Bibtex_gives_whole_papers_and_reports_the_missing_comma()
    {
        var read = await Read.As<Bibtex>(Read.Bytes("references.bib"));
        Assert.Equal(3, read.Entries.Count);
        var lanterns = read.Entries[0].Paper;
        Assert.Equal("Paper Lanterns: Sparse Routing of Light through Folded Networks", lanterns.Title);
        Assert.Equal("Journal of Invented Optics, Series B", lanterns.Venue);
        Assert.Contains("k ≤ 8", lanterns.Abstract, StringComparison.Ordinal);
        Assert.Equal("https://github.com/lantern-lab/paper-lanterns", lanterns.CodeUrl);
        Assert.Contains(lanterns.Links, link => link.Url == "https://journals.example/jio/lanterns_b");
        Assert.Equal(["Ovid Tern", "Ida Pérez-Sol"], read.Entries[1].Paper.Authors);
        Assert.Equal("2603.10001", read.Entries[2].Paper.ArxivId);
        Assert.Equal("A Gentle Bound for Stubborn Kettles", read.Entries[1].Paper.Title);
    }

    private static void AssertLanterns(Paper paper)
    {
        Assert.Equal("Paper Lanterns: Sparse Routing of Light through Folded Networks", paper.Title);
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], paper.Authors);
        Assert.Equal(("10.55555/jio.2026.0007", "Journal of Invented Optics", new DateOnly(2026, 3, 12)),
            (paper.Doi, paper.Venue, paper.Published));
        Assert.Equal(["light", "routing"], paper.Categories);
    }
}
