using System.Runtime.CompilerServices;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>The samples of the tests, and the real pages where the machine has them.</summary>
internal static class SampleFiles
{
    public static readonly DateTimeOffset Uploaded = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "samples")).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];

    public static IReadOnlyList<(string Name, byte[] Bytes)> Corpus { get; } =
        Environment.GetEnvironmentVariable("PAPERFUNCTIONS_CORPUS") is { Length: > 0 } folder
            ? [.. Directory.GetFiles(folder, "trending-*.txt").Order(StringComparer.Ordinal)
                .Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))]
            : [];

    public static async Task<(string Format, int Entries, int Problems, long Keys)> ReadAsync(Stream content, string name,
        string? format = null)
    {
        var reading = await DigestReader.OpenAsync(content, new DigestSource(name, Uploaded, format));
        long keys = 0;
        await foreach (var entry in reading.EntriesAsync())
        {
            keys += PaperKey.Of(entry.Paper) is [.., var key] ? key.Value.Length : 0;
        }

        return (reading.Receipt.Format, reading.Receipt.Entries, reading.Receipt.ProblemCount, keys);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
