namespace PaperFunctions.Tests.Formats;

public class SampleTests
{
    [Theory]
    [InlineData("trending-inline.txt", "trending-inline", 24)]
    [InlineData("trending-spaced.txt", "trending-spaced", 20)]
    [InlineData("trending-page.html", "trending-html", 12)]
    [InlineData("trending-page.mhtml", "mhtml/trending-html", 12)]
    [InlineData("mail.eml", "mail/trending-spaced", 8)]
    [InlineData("reading-list.md", "markdown", 10)]
    [InlineData("reading-list.txt", "text", 8)]
    [InlineData("trending-inline.txt.gz", "gzip/trending-inline", 24)]
    [InlineData("week.zip", "zip/trending-spaced+markdown", 30)]
    public async Task A_sample_gives_all_its_papers_without_a_problem(string name, string format, int papers)
    {
        var reading = await Reading.OfAsync(await File.ReadAllBytesAsync(Path.Combine(Samples.Folder, name)), name);
        Assert.Equal((format, papers), (reading.Receipt.Format, reading.Entries.Count));
        Assert.Empty(reading.Receipt.Problems);
        Assert.Equal(papers, reading.Receipt.Fields["abstract"]);
        Assert.Equal(Enumerable.Range(1, papers), reading.Entries.Select(e => e.Rank));
        Assert.DoesNotContain(reading.Entries, e => e.Paper.Abstract.Contains('<') || e.Paper.Title.Contains('['));
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_still_gives_what_is_whole()
    {
        foreach (var file in Directory.GetFiles(Samples.Folder))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var whole = await Reading.OfAsync(bytes, Path.GetFileName(file));
            var most = 0;
            var cuts = Enumerable.Range(0, 40).Select(i => bytes.Length * i / 40).Append(bytes.Length - 2);
            foreach (var length in cuts)
            {
                var reading = await Reading.OfAsync(bytes[..length], Path.GetFileName(file));
                Assert.True(reading.Entries.Count > 0 || reading.Receipt.ProblemCount > 0, $"{file} cut at {length}");
                Assert.InRange(reading.Entries.Count, 0, whole.Entries.Count + 1);
                most = Math.Max(most, reading.Entries.Count);
            }

            Assert.True(most > 0 || Path.GetExtension(file) is ".zip" or ".xlsx", $"{file}: nothing was read of any part");
        }
    }
}
