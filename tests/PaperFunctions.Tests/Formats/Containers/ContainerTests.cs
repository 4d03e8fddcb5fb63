using System.IO.Compression;
using System.Text;

namespace PaperFunctions.Tests.Formats.Containers;

public class ContainerTests
{
    private const string Page = "Get trending papers in your email inbox!\nSubscribeLanterns\nWe light one head.\n";

    [Fact]
    public async Task Containers_inside_containers_are_read()
    {
        var reading = await Reading.OfAsync(Zipped(("a/inner.txt.gz", Gzipped(Bytes(Page))), ("empty/", [])), "x.zip");
        Assert.Equal("zip/gzip/trending-inline", reading.Receipt.Format);
        Assert.Equal("Lanterns", Assert.Single(reading.Titles));
    }

    [Fact]
    public async Task Too_many_layers_are_told_and_not_followed()
    {
        var bytes = Bytes(Page);
        for (var i = 0; i < 12; i++)
        {
            bytes = Gzipped(bytes);
        }

        var reading = await Reading.OfAsync(bytes);
        Assert.Empty(reading.Entries);
        Assert.Contains("nested", Assert.Single(reading.Reasons));
    }

    [Fact]
    public async Task Bombs_are_told_and_stopped()
    {
        var zeros = new byte[40_000_000];
        var lines = Bytes(Page + string.Concat(Enumerable.Repeat("Title\nText\n", 1_000_000)));
        foreach (var bytes in new[] { Gzipped(zeros), Gzipped(lines), Zipped(("bomb.txt", zeros)) })
        {
            var reading = await Reading.OfAsync(bytes);
            Assert.NotEmpty(reading.Receipt.Problems);
            Assert.InRange(reading.Receipt.Entries, 0, 999_999);
        }
    }

    [Fact]
    public async Task Damaged_archives_say_so()
    {
        var zip = Zipped(("a.txt", Bytes(Page)));
        Assert.Contains("damaged", Assert.Single((await Reading.OfAsync(zip[..^30])).Reasons));
        var gzip = Gzipped(Bytes(Page));
        gzip[^9] ^= 0xFF;
        Assert.NotEmpty((await Reading.OfAsync(gzip)).Reasons);
    }

    [Fact]
    public async Task A_bad_file_in_an_archive_does_not_stop_the_others()
    {
        var reading = await Reading.OfAsync(Zipped(("bad.bin", new byte[100]), ("note.txt", Bytes("Hello.\n")), ("good.txt", Bytes(Page))));
        Assert.Equal("Lanterns", Assert.Single(reading.Titles));
        Assert.Contains(reading.Reasons, r => r.StartsWith("bad.bin: ", StringComparison.Ordinal) && r.Contains("binary"));
        Assert.Contains(reading.Reasons, r => r.StartsWith("note.txt: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_knows_is_quarantined_inside_a_container_too()
    {
        var reading = await Reading.OfAsync(Gzipped(Bytes("Dear all, the picnic is on Friday.\n")), "letter.txt.gz");
        Assert.True(reading.Quarantined);
        Assert.Equal(2, reading.Receipt.Guesses.Count);
    }

    [Fact]
    public async Task An_override_holds_for_what_is_inside()
    {
        var bytes = Gzipped(Bytes("Subscribe\nLanterns\nWe light one head.\n"));
        Assert.Equal("gzip/trending-inline", (await Reading.OfAsync(bytes, "x.trending-inline.txt.gz")).Receipt.Format);
        Assert.Equal("gzip/trending-inline", (await Reading.OfAsync(bytes, "x.gz", "trending-inline")).Receipt.Format);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzipped(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Zipped(params (string Name, byte[] Bytes)[] files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
