using System.IO.Compression;
using System.Text;
using PaperFunctions.Formats;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.Tests.Formats.Detection;

/// <summary>What does not look like papers, and what the operator is told.</summary>
public class DoubtTests
{
    public static TheoryData<string> OwnProse() =>
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
        .. Directory.GetFiles(Path.Combine(Checkout.Root, "docs"), "*.md").Select(f => "docs/" + Path.GetFileName(f)),
    ];

    public static TheoryData<string> SampleFiles() =>
        [.. Directory.GetFiles(Samples.Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(OwnProse))]
    public async Task This_projects_own_prose_is_no_list_of_papers(string file)
    {
        var (reading, receipt) = await ReadAsync(await File.ReadAllBytesAsync(Path.Combine(Checkout.Root, file)), Path.GetFileName(file));
        Assert.True(reading.Quarantined || receipt.Entries == 0 || reading.NeedsReview,
            $"{file} would be mailed as {receipt.Format}: {receipt.Entries} entries, {receipt.Doubtful} doubtful: "
            + $"{string.Join(" | ", receipt.Sample.Select(s => s.Title))}");
    }

    [Theory]
    [MemberData(nameof(SampleFiles))]
    public async Task No_sample_needs_review(string file)
    {
        var (reading, receipt) = await ReadAsync(Read.Bytes(file), file);
        Assert.False(reading.NeedsReview,
            $"{file}: {receipt.Doubtful} of {receipt.Entries}: {receipt.Sample.FirstOrDefault(s => s.Doubt is not null)}");
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\n", "PDF is not read: drop the list, not the paper.")]
    [InlineData("{\\rtf1\\ansi A list}", "RTF is not read: drop the list, not the paper.")]
    [InlineData("GIF89a....", "An image is not read: drop the list, not the paper.")]
    public async Task A_kind_of_file_that_is_never_read_is_refused_by_name(string start, string reason)
    {
        var reading = await Reading.OfAsync(Encoding.Latin1.GetBytes(start), "paper.bibtex.txt");
        Assert.False(reading.Quarantined);
        Assert.StartsWith(reason, Assert.Single(reading.Reasons));
    }

    [Theory]
    [InlineData("word/document.xml", "Word is not read")]
    [InlineData("ppt/presentation.xml", "PowerPoint is not read")]
    public async Task An_office_file_is_not_opened_as_an_archive(string part, string reason)
    {
        var reading = await Reading.OfAsync(Zipped(("[Content_Types].xml", "<Types/>"), (part, "<x>A title</x>")), "paper.docx");
        Assert.Equal((0, false), (reading.Receipt.Entries, reading.Quarantined));
        Assert.StartsWith(reason, Assert.Single(reading.Reasons));
    }

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", "An OpenDocument sheet (.ods) is not read")]
    [InlineData("application/vnd.oasis.opendocument.text", "An OpenDocument text (.odt) is not read")]
    [InlineData("application/epub+zip", "An e-book (.epub) is not read")]
    public async Task An_open_document_is_refused_by_name(string type, string reason)
    {
        var reading = await Reading.OfAsync(Zipped(("mimetype", type), ("content.xml", "<x>A title</x>")), "papers.ods");
        Assert.Equal((0, false), (reading.Receipt.Entries, reading.Quarantined));
        Assert.StartsWith(reason, Assert.Single(reading.Reasons));
    }

    [Fact]
    public async Task Titles_alone_are_read_and_wait_for_the_operator()
    {
        var text = "Paper Lanterns and the Wind\nA Study of Sparse Routing in Folded Networks\nOn the Edge of Sponge Reefs\nLight and "
            + "Shade in Optical Flow Fields\n";
        var reading = await DigestReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)),
            new DigestSource("titles.txt", Reading.Uploaded));
        Assert.Equal(4, await reading.EntriesAsync().CountAsync());
        Assert.True(reading is { Quarantined: false, NeedsReview: true });
    }

    [Theory]
    [InlineData("list.md",
        "# Papers\n\n## Vision\n\n- [Paper Lanterns in the Wind](https://arxiv.org/abs/2603.01234)\n- [On Kettles That "
        + "Boil](https://arxiv.org/abs/2603.01235)\n", "headings taken as sections: Papers, Vision")]
    [InlineData("list.yml",
        "- title: Paper Lanterns in the Wind\n  authors: Juno Amsel\n  mood: calm\n- title: On Kettles That Boil\n  authors: Ovid Tern\n "
        + " mood: hot\n", "columns that are not used: mood")]
    [InlineData("list.html",
        "<table><tr><th>title</th><th>authors</th><th>mood</th></tr><tr><td>Paper Lanterns in the Wind</td><td>Juno "
        + "Amsel</td><td>calm</td></tr></table>", "columns that are not used: mood")]
    public async Task What_is_left_out_is_told(string name, string text, string told)
    {
        var left = Assert.Single((await Reading.OfAsync(text, name)).Receipt.LeftOut);
        Assert.Equal(told, $"{left.Kind}: {string.Join(", ", left.Names)}");
    }

    [Fact]
    public async Task A_guess_of_nothing_is_not_told()
    {
        var reading = await Reading.OfAsync("x\n");
        Assert.True(reading.Quarantined);
        Assert.All(reading.Receipt.Guesses, guess => Assert.True(guess.Confidence > 0));
        Assert.DoesNotContain("(0%)", Assert.Single(reading.Reasons).Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Dear all, the picnic is on Friday.\n")]
    [InlineData("title,price,stock\nA red chair,12,3\nA blue chair,14,1\n")]
    [InlineData("<rss version=\"2.0\"><channel><title>News</title><item><title>Rain on Monday</title></item></channel></rss>")]
    public async Task The_advice_works_or_is_not_given(string text)
    {
        var reading = await Reading.OfAsync(text, "list.txt");
        Assert.True(reading.Quarantined);
        var advised = Advised(Assert.Single(reading.Reasons));
        Assert.True(advised is null
            || (await Reading.OfAsync(text, $"list.{advised}.txt")).Receipt.Entries > 0, $"{advised} was advised and finds nothing");
    }

    [Fact]
    public async Task Inside_an_archive_the_advice_names_the_outer_file()
    {
        const string News = "<rss version=\"2.0\"><channel><title>News</title><item><title>Rain on Monday</title></item></channel></rss>";
        var packed = Zipped(("inner.xml", News));
        var reason = Assert.Single((await Reading.OfAsync(packed, "outer.zip")).Reasons);
        Assert.Contains("for outer.zip", reason);
        Assert.DoesNotContain("name the file", reason);
        Assert.Equal(1, (await Reading.OfAsync(packed, "outer.zip", format: Advised(reason))).Receipt.Entries);
    }

    [Fact]
    public async Task Entries_inside_an_archive_are_judged_by_the_format_inside()
    {
        var (reading,
            receipt) = await ReadAsync(Zipped(("refs.bib", "@article{a, title={Glass Sponges}}\n@article{b, title={Lantern Fish}}\n")),
            "refs.zip");
        Assert.Equal((false, 2, 0), (reading.NeedsReview, receipt.Entries, receipt.Doubtful));
        (reading, receipt) = await ReadAsync(Zipped(("t.csv", "title,doi\nOne walk,\nTwo walks,\nGlass Sponges,10.5555/12345678\n")),
            "t.zip");
        Assert.Equal((true, 3, 2), (reading.NeedsReview, receipt.Entries, receipt.Doubtful));
    }

    [Fact]
    public async Task An_abstract_as_long_as_a_section_is_doubtful_whatever_else_there_is()
    {
        var (reading,
            receipt) = await ReadAsync(
            Encoding.UTF8.GetBytes(
                $"@article{{a, title={{Glass Sponges}}, doi={{10.5555/1234}}, "
                + $"abstract={{{string.Concat(Enumerable.Repeat("We study sponges. ", 2000))}}}}}\n"), "a.bib");
        Assert.Equal((true, 1), (reading.NeedsReview, receipt.Doubtful));
    }

    [Theory]
    [InlineData("title,doi,Shelf mark,Loan\nGlass Sponges,10.5555/1234,A,1\n", "t.csv")]
    [InlineData("""[{"title": "Glass Sponges", "doi": "10.5555/1234", "Shelf mark": "A", "Loan": 1}, {"title": "Lantern Fish", "doi": "10.5555/1235", "Loan": 2}]""", "t.json")]
    [InlineData("""
        {"title": "Glass Sponges", "doi": "10.5555/1234", "Shelf mark": "A"}
        {"title": "Lantern Fish", "doi": "10.5555/1235", "Loan": 2}
        """, "t.jsonl")]
    public async Task Columns_that_are_not_used_are_told(string text, string name)
    {
        var left = Assert.Single((await Reading.OfAsync(text, name)).Receipt.LeftOut);
        Assert.Equal(("columns that are not used", 2), (left.Kind, left.Count));
        Assert.Equal(["Shelf mark", "Loan"], left.Names);
    }

    [Fact]
    public async Task A_receipt_tells_in_words_what_entries_have_and_what_was_left_out()
    {
        var receipt = (await Reading.OfAsync("title,doi,Loan\nGlass Sponges,10.5555/1234,1\nOne walk,,2\n", "t.csv")).Receipt;
        Assert.Equal("With an id 50 %, authors 0 %, an abstract 0 %, a link 0 %", receipt.Shares());
        Assert.Equal(["Entries that do not look like papers: 1 of 2.", "Left out, columns that are not used: 1 (Loan)."],
            receipt.Remarks());
    }

    private static string? Advised(string reason)
    {
        const string Words = "To read it as ";
        var at = reason.IndexOf(Words, StringComparison.Ordinal);
        return at < 0 ? null : reason[(at + Words.Length)..].Split(',')[0];
    }

    private static byte[] Zipped(params (string Name, string Text)[] files)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }

    private static async Task<(DigestReading Reading, Receipt Receipt)> ReadAsync(byte[] bytes, string name)
    {
        var reading = await DigestReader.OpenAsync(new MemoryStream(bytes), new DigestSource(name, Reading.Uploaded));
        await foreach (var _ in reading.EntriesAsync())
        {
        }

        return (reading, reading.Receipt);
    }
}
