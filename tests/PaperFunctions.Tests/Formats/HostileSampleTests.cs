using System.Text;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Formats.Hard;
using PaperFunctions.Tests.Structure.Patterns;

namespace PaperFunctions.Tests.Formats;

/// <summary>Hostile text within the fields of every sample: each is read within two seconds of processor time. Here each sample gets some
/// of the pieces, in one of its fields at a time; the verb <c>hard</c> of the benchmarks puts every piece into every field.</summary>
public sealed class HostileSampleTests
{
    private const int Length = 50_000;

    private const int EveryNth = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Not those that are packed or encoded: what they hold are the same formats.</summary>
    private static readonly string[] Files =
        [.. Directory.GetFiles(Samples.Folder).Select(f => Path.GetFileName(f))
            .Where(f => Path.GetExtension(f) is not (".gz" or ".zip" or ".eml" or ".xlsx")).Order(StringComparer.Ordinal)];

    public static TheoryData<string> All => [.. Files];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_sample_with_hostile_text_in_its_fields_is_read_in_time(string file)
    {
        var sample = await File.ReadAllTextAsync(Path.Combine(Samples.Folder, file));
        var paper = (await Reading.OfAsync(sample, file)).Entries[0].Paper;
        string[] values = [paper.Title, paper.Abstract, paper.Authors is [var author, ..]
            ? author
            : "", paper.Doi ?? "", paper.ArxivId ?? "", paper.Venue ?? "", paper.Links is [var link, ..] ? link.Url : ""];
        string[] fields = [.. values.Where(value => HostileText.In(sample, file, [value], "a", 1) != sample)];
        Assert.NotEmpty(fields);
        var first = Array.IndexOf(Files, file);
        for (var at = first % EveryNth; at < HostileText.Pieces.Count; at += EveryNth)
        {
            var piece = HostileText.Pieces[at];
            await ReadAsync(file, HostileText.In(sample, file, [fields[(at / EveryNth + first) % fields.Length]], piece, Length),
                $"'{piece}'");
        }

        await ReadAsync(file, HostileText.In(sample, file, fields, " ", 100_000), "100,000 spaces");
        await ReadAsync(file, HostileText.In(sample, file, fields, "doi ", 100_000), "100 KB of 'doi '");
    }

    private static async Task ReadAsync(string file, string text, string what)
    {
        Reading? reading = null;
        var took = await Took.ByAsync(async () =>
        {
            reading = await Reading.OfAsync(Encoding.UTF8.GetBytes(text), file);
            Assert.All(reading.Entries, entry => PaperKey.Of(entry.Paper));
        });
        Assert.True(took < Limit, $"{file} with {what} took {took.TotalSeconds:F1} s.");
        Assert.True(reading!.Entries.Count > 0 || reading.Receipt.ProblemCount > 0
            || reading.Quarantined, $"{file} with {what} gave nothing.");
    }
}
