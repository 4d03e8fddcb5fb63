using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats;

/// <summary>The samples of feeds, reference exports, tables and service answers, read through the front door.</summary>
public sealed class RecordedSampleTests
{
    public static TheoryData<string, string, int> Samples => new()
    {
        { "hf-daily-papers.json", "hf-daily-papers", 2 },
        { "arxiv-atom.xml", "arxiv-atom", 2 },
        { "arxiv-rss.xml", "arxiv-rss", 3 },
        { "arxiv-listing.txt", "arxiv-listing", 4 },
        { "arxiv-list.html", "arxiv-html", 4 },
        { "article-page.html", "article-html", 1 },
        { "rss.xml", "rss", 3 },
        { "rss-rdf.xml", "rss", 2 },
        { "atom.xml", "atom", 2 },
        { "references.bib", "bibtex", 3 },
        { "references.ris", "ris", 2 },
        { "references.csl.json", "csl-json", 2 },
        { "references.endnote.xml", "endnote-xml", 2 },
        { "references.nbib", "nbib", 2 },
        { "savedrecs.txt", "web-of-science", 2 },
        { "references.enw", "refer", 2 },
        { "references.refworks.txt", "refworks", 2 },
        { "pubmed.xml", "pubmed-xml", 2 },
        { "zotero.rdf", "zotero-rdf", 2 },
        { "semantic-scholar.json", "semantic-scholar", 2 },
        { "openalex.json", "openalex", 2 },
        { "table.csv", "csv", 2 },
        { "table.tsv", "tsv", 2 },
        { "records.json", "json", 2 },
        { "records-by-id.json", "json", 3 },
        { "papers-daily.json", "json", 3 },
        { "papers-by-subject.json", "json", 2 },
        { "records.jsonl", "jsonl", 3 },
        { "table.xlsx", "xlsx", 2 },
        { "publications.yml", "yaml", 3 },
        { "papers-table.md", "markdown", 4 },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_sample_is_recognised_by_its_content_alone(string sample, string format, int entries)
    {
        var reading = await Reading.OfAsync(Read.Bytes(sample), "digest.bin");
        Assert.False(reading.Quarantined, string.Join("; ", reading.Reasons));
        Assert.Equal((format, entries), (reading.Receipt.Format, reading.Entries.Count));
        Assert.InRange(reading.Receipt.Confidence, 0.8, 1);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_torn_anywhere_is_read_as_far_as_it_goes(string sample, string format, int entries)
    {
        var bytes = Read.Bytes(sample);
        for (var length = 1; length < bytes.Length; length += 1 + bytes.Length / 97)
        {
            var reading = await Reading.OfAsync(bytes[..length], "digest.bin", format);
            Assert.InRange(reading.Entries.Count, 0, entries);
            Assert.DoesNotContain(reading.Reasons, reason => reason.StartsWith("Reading as", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task One_paper_has_one_title_key_wherever_it_comes_from()
    {
        var keys = new List<string>();
        foreach (var sample in (string[])["arxiv-atom.xml", "arxiv-rss.xml", "arxiv-listing.txt", "hf-daily-papers.json", "references.bib",
            "references.ris", "references.csl.json", "references.endnote.xml", "semantic-scholar.json", "openalex.json"])
        {
            var reading = await Reading.OfAsync(Read.Bytes(sample));
            var paper = reading.Entries.Select(e => e.Paper).Single(p => p.Title.Contains("Lanterns", StringComparison.OrdinalIgnoreCase));
            keys.Add(PaperKey.Of(paper).Single(key => key.Kind == PaperKeyKind.Title).Value);
        }

        keys.Add(TitleKey.Of("PAPER LANTERNS — Sparse routing of light through folded networks."));
        Assert.Single(keys.Distinct());
    }
}
