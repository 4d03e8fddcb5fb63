using PaperFunctions.Tests.Formats.Hard;

namespace PaperFunctions.Tests.Formats;

/// <summary>Every sample with what happens to files on their way, read as the format that it was.</summary>
public class DamagedSampleTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Samples.Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_damaged_sample_gives_papers_or_located_problems(string name)
    {
        var bytes = Read.Bytes(name);
        var format = (await Reading.OfAsync(bytes, name)).Receipt.Format.Split('/')[0];
        foreach (var (kind, damage) in Damage.Kinds)
        {
            var reading = await Reading.OfAsync(damage(bytes), "digest.bin", format);
            Assert.True(reading.Entries.Count > 0 || reading.Receipt.ProblemCount > 0, kind);
            Assert.DoesNotContain(reading.Receipt.Problems, p => p.Line < 0 || p.Reason.Contains("Exception", StringComparison.Ordinal));
            Assert.DoesNotContain(reading.Entries, e => e.Paper.Title.Contains('\0') || e.Paper.Abstract.Contains('\0'));
            Assert.DoesNotContain(reading.Reasons, r => r.StartsWith("Reading as", StringComparison.Ordinal)
                && format is not ("gzip" or "zip"));
        }
    }

    [Theory]
    [InlineData("references.bib")]
    [InlineData("references.ris")]
    [InlineData("references.nbib")]
    [InlineData("references.csl.json")]
    [InlineData("references.endnote.xml")]
    [InlineData("arxiv-atom.xml")]
    [InlineData("arxiv-listing.txt")]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("table.csv")]
    [InlineData("table.tsv")]
    [InlineData("records.json")]
    [InlineData("records.jsonl")]
    [InlineData("semantic-scholar.json")]
    [InlineData("openalex.json")]
    [InlineData("hf-daily-papers.json")]
    [InlineData("trending-inline.txt")]
    [InlineData("trending-spaced.txt")]
    [InlineData("reading-list.txt")]
    [InlineData("reading-list.md")]
    public async Task Western_bytes_among_utf8_are_read_and_told_with_their_place(string name)
    {
        var bytes = Read.Bytes(name);
        var whole = await Reading.OfAsync(bytes);
        var title = whole.Titles.First(t => t.All(char.IsAscii))[..8];
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(title)) + 3;
        bytes[at] = 0xE9;
        var damaged = await Reading.OfAsync(bytes);
        Assert.Equal(whole.Entries.Count, damaged.Entries.Count);
        Assert.Contains(damaged.Titles, t => t.StartsWith($"{title[..3]}é", StringComparison.Ordinal));
        var problem = Assert.Single(damaged.Receipt.Problems, p => p.Reason.Contains("UTF-8", StringComparison.Ordinal));
        Assert.Equal((bytes.AsSpan(0, at).Count((byte)'\n') + 1, at), (problem.Line, problem.Byte));
    }
}
