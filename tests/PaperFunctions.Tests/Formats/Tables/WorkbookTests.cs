using System.IO.Compression;
using System.Text;

namespace PaperFunctions.Tests.Formats.Tables;

/// <summary>Excel workbooks, made from the sample by other content of the same parts.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public async Task Columns_are_named_below_a_heading_and_links_give_ids()
    {
        var reading = await Reading.OfAsync(Read.Bytes("table.xlsx"), "digest.bin");
        Assert.Equal([(3, "10.55555/jio.2026.0007", (string?)null), (4, null, "2511.01234")],
            reading.Entries.Select(e => (e.Line, e.Paper.Doi, e.Paper.ArxivId)));
        Assert.Equal(["Juno Amsel", "Bo van der Quill"], reading.Entries[0].Paper.Authors);
        Assert.Empty(reading.Reasons);
    }

    [Fact]
    public async Task A_workbook_of_other_things_is_no_list_of_papers()
    {
        var reading = await Reading.OfAsync(With("xl/sharedStrings.xml", text => text.Replace("Authors", "Price")
            .Replace("Abstract", "Stock").Replace("DOI", "Shop")), "digest.bin");
        Assert.Empty(reading.Entries);
        Assert.Contains(reading.Reasons, reason => reason.Contains("No sheet names the columns", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_that_breaks_off_is_told_with_what_to_do()
    {
        var reading = await Reading.OfAsync(With("xl/worksheets/sheet1.xml",
            text => text[..(text.LastIndexOf("<row", StringComparison.Ordinal) + 20)]), "digest.bin");
        Assert.Contains(reading.Reasons, reason => reason.Contains("workbook is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Few_bytes_that_unpack_to_very_many_are_refused()
    {
        var reading = await Reading.OfAsync(With("xl/sharedStrings.xml", text => text + new string(' ', 65 << 20)), "digest.bin");
        Assert.Empty(reading.Entries);
        Assert.Contains(reading.Reasons, reason => reason.Contains("workbook is too large", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_archive_with_a_folder_of_that_name_stays_an_archive()
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, true))
        {
            Put(archive, "xl/list.json", Encoding.UTF8.GetString(Read.Bytes("records.json")));
        }

        Assert.Equal("zip/json", (await Reading.OfAsync(packed.ToArray(), "digest.bin")).Receipt.Format);
    }

    private static byte[] With(string part, Func<string, string> change)
    {
        var packed = new MemoryStream();
        using var sample = new ZipArchive(new MemoryStream(Read.Bytes("table.xlsx")));
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, true))
        {
            foreach (var entry in sample.Entries)
            {
                using var text = new StreamReader(entry.Open());
                Put(archive, entry.FullName, entry.FullName == part ? change(text.ReadToEnd()) : text.ReadToEnd());
            }
        }

        return packed.ToArray();
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
