using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>All bad files of a bad day, dropped together with good ones.</summary>
[Collection(StackCollection.Name)]
public class BadInputTests(StackFixture stack)
{
    private static readonly Dictionary<string, byte[]> Bad = new()
    {
        ["bad/empty.txt"] = [],
        ["bad/blank.txt"] = "\r\n \n\t\n"u8.ToArray(),
        ["bad/zeros.txt"] = new byte[5000],
        ["bad/binary.txt"] = Noise(3000),
        ["bad/promo.txt"] = MemoryFlow.Page(),
        ["bad/large.txt"] = Encoding.UTF8.GetBytes(new string('x', StackFixture.MaxBytes + 1)),
        ["bad/prose.txt"] = "Dear all, the meeting is moved to Tuesday.\n"u8.ToArray(),
    };

    private static readonly Dictionary<string, byte[]> Half = new()
    {
        ["half/last-title.txt"] = [.. MemoryFlow.Page("Whole Salt Marshes"), .. "A Title of Salt Marshes without an Abstract\n"u8],
        ["half/latin1.txt"] = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(MemoryFlow.Page("Salt Marshes of the Café Coast",
            "Salt Marshes in São Tomé"))),
    };

    private static readonly Dictionary<string, byte[]> Good = new()
    {
        ["good/a b#ü?%.txt"] = MemoryFlow.Page("Good Salt Marshes under an Odd Name"),
        ["good/nested/deeper.txt"] = MemoryFlow.Page("Good Salt Marshes in a Folder"),
        ["good/crlf.txt"] = Encoding.UTF8.GetBytes("\uFEFF" + Encoding.UTF8.GetString(MemoryFlow.Page("Good Salt Marshes with a BOM"))
            .ReplaceLineEndings("\r\n")),
    };

    [Fact]
    public async Task Bad_files_are_told_apart_and_stop_nobody()
    {
        var before = await stack.PoisonAsync();
        var digests =
            (await Task.WhenAll(Bad.Concat(Half).Concat(Good).Select(f => stack.DropAsync(f.Key, f.Value)))).ToDictionary(d => d.Name);
        Assert.All(Bad.Keys, name =>
        {
            Assert.True(digests[name].State is DigestState.Failed or DigestState.Quarantined, $"{name} is {digests[name].State}");
            AssertSentences(digests[name]);
        });
        Assert.All(Half.Keys, name =>
        {
            Assert.Equal((name, DigestState.Partial), (name, digests[name].State));
            Assert.True(digests[name].Receipt.Entries > 0 && digests[name].IndexedAt is not null);
            AssertSentences(digests[name]);
        });
        Assert.All(Good.Keys,
            name => Assert.Equal((name, DigestState.Indexed, 0), (name, digests[name].State, digests[name].Receipt.ProblemCount)));
        Assert.Equal(3, (await stack.SearchAsync("\"Good Salt Marshes\"")).Count);
        foreach (var digest in digests.Values)
        {
            await AssertReportedAsync(digest);
        }

        Assert.Equal(before, await stack.PoisonAsync());
    }

    private static void AssertSentences(Digest digest)
    {
        Assert.True(digest.Receipt.ProblemCount > 0, $"{digest.Name} has no problem");
        Assert.All(digest.Receipt.Problems, p => Assert.Matches(@"^\P{Cc}{10,}\.$", p.Reason));
    }

    /// <summary>The report says the same, and the file is where it was.</summary>
    private async Task AssertReportedAsync(Digest digest)
    {
        var blobs = stack.Get<BlobServiceClient>();
        var report = blobs.GetBlobContainerClient(DigestBlobs.ReportContainer).GetBlobClient($"{digest.Name}.json");
        var told = await StackFixture.EventuallyAsync<JsonDocument>(
            async () => await report.ExistsAsync() ? JsonDocument.Parse((await report.DownloadContentAsync()).Value.Content) : null, _ =>
                true);
        Assert.Equal(digest.Receipt.ProblemCount, told.RootElement.GetProperty("receipt").GetProperty("problemCount").GetInt32());
        Assert.True((await blobs.GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(digest.Name).ExistsAsync()).Value);
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
