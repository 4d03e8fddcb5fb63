using PaperFunctions.Formats.Shared.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Trending;

public class CorpusTests
{
    private static readonly Dictionary<string, (string Format, int Papers, DateOnly? Date)> Expected = new()
    {
        ["trending-a.txt"] = ("trending-inline", 218, null),
        ["trending-b.txt"] = ("trending-spaced", 76, new DateOnly(2026, 3, 14)),
        ["trending-c.txt"] = ("trending-spaced", 129, new DateOnly(2026, 3, 11)),
    };

    [Fact]
    public async Task Real_pages_give_all_their_papers()
    {
        var titles = new HashSet<string>();
        foreach (var file in Corpus.Files)
        {
            var (format, papers, date) = Expected[Path.GetFileName(file)];
            var reading = await Reading.OfAsync(await File.ReadAllBytesAsync(file));
            Assert.Equal((format, papers, date, 0),
                (reading.Receipt.Format, reading.Receipt.Entries, reading.Receipt.Date, reading.Receipt.ProblemCount));
            Assert.Equal(papers, reading.Receipt.Fields["abstract"]);
            titles.UnionWith(reading.Titles.Select(TitleKey.Of));
        }

        Assert.Equal(Corpus.Files.Length == 0 ? 0 : 412, titles.Count);
    }

    [Fact]
    public async Task Real_pages_keep_their_lines_beside_what_is_made_for_reading()
    {
        foreach (var file in Corpus.Files)
        {
            var lines = (await File.ReadAllLinesAsync(file)).Where(l => l.Length > 0).ToArray();
            var start = Array.FindIndex(lines, l => l.StartsWith("Subscribe", StringComparison.Ordinal));
            lines[start] = lines[start]["Subscribe".Length..];
            var body = lines[(start + (lines[start].Length == 0 ? 3 : 0))..];
            var reading = await Reading.OfAsync(await File.ReadAllBytesAsync(file));
            Assert.Equal(body.Select(OneLine.Of),
                reading.Entries.SelectMany(e =>
                    new[] { e.Paper.OriginalTitle ?? e.Paper.Title, e.Paper.OriginalAbstract ?? e.Paper.Abstract }).Select(OneLine.Of));
        }
    }

    [Fact]
    public async Task Line_ends_and_marks_change_nothing_on_real_pages()
    {
        foreach (var file in Corpus.Files)
        {
            var text = await File.ReadAllTextAsync(file);
            var plain = await Reading.OfAsync(text);
            foreach (var variant in new[] { text.Replace("\n", "\r\n"), '\uFEFF' + text, text.TrimEnd() + "\n\n\n", text.TrimEnd(),
                text.Replace('\n', '\r') })
            {
                var reading = await Reading.OfAsync(variant);
                Assert.Equal(plain.Entries.Select(e => (e.Rank, e.Line, e.Paper.Title, e.Paper.Abstract)),
                    reading.Entries.Select(e => (e.Rank, e.Line, e.Paper.Title, e.Paper.Abstract)));
            }
        }
    }
}
