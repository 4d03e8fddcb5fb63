using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats.Fuzz;

/// <summary>Feeds damaged samples to the reader and holds what must hold for any bytes.</summary>
internal sealed class Fuzzer(IReadOnlyList<byte[]> samples)
{
    private static readonly DateTimeOffset Uploaded = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly string[] _names = [.. DigestReader.Formats.Select(f => f.Name)];

    /// <summary>Runs one case; the sentence that says what was wrong, or null.</summary>
    /// <param name="seed">Decides the damage and, for half of the cases, the format that is forced upon it.</param>
    /// <param name="only">A format to force in every case.</param>
    public async Task<string?> RunAsync(int seed, string? only = null)
    {
        var bytes = new Mutator(seed).Mutate(samples);
        var format = only ?? (seed % 2 == 0 ? _names[(seed / 2) % _names.Length] : null);
        try
        {
            return await CheckAsync(bytes, format) is { } wrong ? $"seed {seed}, format {format ?? "recognised"}: {wrong}" : null;
        }
        catch (Exception e)
        {
            return $"seed {seed}, format {format ?? "recognised"}: threw {e}";
        }
    }

    private static async Task<string?> CheckAsync(byte[] bytes, string? format)
    {
        var reading = await DigestReader.OpenAsync(new MemoryStream(bytes), new DigestSource("fuzz.txt", Uploaded, format));
        var count = 0;
        await foreach (var entry in reading.EntriesAsync())
        {
            count++;
            if (Wrong(entry, count) is { } wrong)
            {
                return wrong;
            }
        }

        var receipt = reading.Receipt;
        return receipt.Entries != count ? $"{receipt.Entries} entries in the receipt, {count} given"
            : count == 0 && receipt.ProblemCount == 0 ? "nothing found and nothing said"
            : receipt.Bytes > bytes.Length ? "more bytes read than there are"
            : receipt.Problems.FirstOrDefault(p => p.Line < 0 || p.Column < 1 || p.Reason.Length is 0 or > 2000) is { } odd
            ? $"odd problem {odd}"
            : receipt.Problems.FirstOrDefault(p => p.Reason.Contains("stopped here", StringComparison.Ordinal)
                && !IsExpectedStop(p)) is { } stop ? $"an exception got out of a format: {stop.Reason}"
            : null;
    }

    /// <summary>Damaged packing is told by the decompressor's exception.</summary>
    private static bool IsExpectedStop(Problem problem) =>
        problem.Reason.Contains("archive", StringComparison.OrdinalIgnoreCase)
            || problem.Reason.Contains("unpack", StringComparison.Ordinal) ||
        problem.Reason.Contains("compress", StringComparison.OrdinalIgnoreCase)
        || problem.Reason.Contains("unsupported", StringComparison.OrdinalIgnoreCase) ||
        problem.Reason.Contains("local file header", StringComparison.OrdinalIgnoreCase)
        || problem.Reason.Contains("block length", StringComparison.OrdinalIgnoreCase);

    private static string? Wrong(Entry entry, int count)
    {
        var paper = entry.Paper;
        return entry.Rank != count ? $"rank {entry.Rank} at place {count}"
            : string.IsNullOrWhiteSpace(paper.Title) ? "a paper without a title"
            : paper.Title.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0 ? "a title of several lines"
            : entry.Line < 0 ? "a negative line"
            : paper.Links.FirstOrDefault(l => !Uri.TryCreate(l.Url, UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https")) is { } link ? $"no link: {link.Url}"
            : paper.Authors.Any(string.IsNullOrWhiteSpace) ? "an empty author"
            : paper.Upvotes < 0 ? "negative votes"
            : TitleKey.Of(paper.Title) != TitleKey.Of(TitleKey.Of(paper.Title)) ? $"an unstable key of {paper.Title}"
            : null;
    }
}
