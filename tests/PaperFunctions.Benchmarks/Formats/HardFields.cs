using System.Diagnostics;
using System.Text;
using PaperFunctions.Formats;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Formats;
using PaperFunctions.Tests.Formats.Hard;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>Every sample with 100,000 hostile characters in one of its fields at a time.</summary>
internal static class HardFields
{
    private const int Length = 100_000;

    /// <summary>Seconds of processor time for one sample.</summary>
    private const double Limit = 2;

    /// <returns>How many samples are slow.</returns>
    public static async Task<int> RunAsync()
    {
        var slow = 0;
        Console.WriteLine($"{"sample",-26} {"slowest s",9}  within, repeated");
        foreach (var path in Directory.GetFiles(Samples.Folder)
            .Where(f => Path.GetExtension(f) is not (".gz" or ".zip" or ".eml" or ".xlsx")))
        {
            var (seconds, what) = await SlowestAsync(Path.GetFileName(path), await File.ReadAllTextAsync(path));
            slow += seconds > Limit ? 1 : 0;
            Console.WriteLine($"{Path.GetFileName(path),-26} {seconds,9:F2}  {what}");
        }

        return slow;
    }

    private static async Task<(double Seconds, string What)> SlowestAsync(string file, string sample)
    {
        var worst = (Seconds: 0.0, What: "");
        foreach (var (name, value) in FieldsOf(await FirstAsync(file, sample)))
        {
            foreach (var piece in HostileText.Pieces)
            {
                var bytes = Encoding.UTF8.GetBytes(HostileText.In(sample, file, [value], piece, Length));
                var started = Process.GetCurrentProcess().TotalProcessorTime;
                await SampleFiles.ReadAsync(new MemoryStream(bytes), file);
                var took = (Process.GetCurrentProcess().TotalProcessorTime - started).TotalSeconds;
                worst = took > worst.Seconds ? (took, $"{name}, '{piece.Trim()}'") : worst;
            }
        }

        return worst;
    }

    private static async Task<Paper> FirstAsync(string file, string sample)
    {
        var reading = await DigestReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(sample)),
            new DigestSource(file, SampleFiles.Uploaded));
        return (await reading.EntriesAsync().FirstAsync()).Paper;
    }

    private static (string Name, string Value)[] FieldsOf(Paper paper) =>
    [
        ("title", paper.Title), ("abstract", paper.Abstract), ("author", paper.Authors is [var author, ..] ? author : ""),
        ("doi", paper.Doi ?? ""),
        ("arXiv id", paper.ArxivId ?? ""), ("venue", paper.Venue ?? ""), ("link", paper.Links is [var link, ..] ? link.Url : ""),
    ];
}
