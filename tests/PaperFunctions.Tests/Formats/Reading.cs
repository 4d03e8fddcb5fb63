using System.Text;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Formats;

/// <summary>A digest read whole, for tests.</summary>
internal sealed record Reading(IReadOnlyList<Entry> Entries, Receipt Receipt, bool Quarantined)
{
    public static readonly DateTimeOffset Uploaded = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);

    public IEnumerable<string> Titles => Entries.Select(e => e.Paper.Title);

    public IEnumerable<string> Reasons => Receipt.Problems.Select(p => p.Reason);

    public static Task<Reading> OfAsync(string text, string name = "digest.txt", string? format = null, DateTimeOffset? uploaded = null) =>
        OfAsync(Encoding.UTF8.GetBytes(text), name, format, uploaded);

    public static Task<Reading> OfAsync(byte[] bytes, string name = "digest.txt", string? format = null, DateTimeOffset? uploaded = null) =>
        OfAsync(new MemoryStream(bytes), name, format, uploaded);

    public static async Task<Reading> OfAsync(Stream content, string name = "digest.txt", string? format = null,
        DateTimeOffset? uploaded = null)
    {
        var reading = await DigestReader.OpenAsync(content, new DigestSource(name, uploaded ?? Uploaded, format));
        var entries = new List<Entry>();
        await foreach (var entry in reading.EntriesAsync())
        {
            entries.Add(entry);
        }

        return new Reading(entries, reading.Receipt, reading.Quarantined);
    }
}
