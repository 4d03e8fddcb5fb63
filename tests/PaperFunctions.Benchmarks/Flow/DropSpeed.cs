using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Local.Runtime;

namespace PaperFunctions.Benchmarks.Flow;

/// <summary><c>drop-speed</c>: papers a second from the drop of a digest until it is stored, and until it is indexed,
/// through the whole local product: real HTTP, a real storage emulator on disk, the local search service.</summary>
internal static class DropSpeed
{
    private const int DefaultPapers = 2_000;
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var papers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : DefaultPapers;
        var data = Directory.CreateTempSubdirectory("paperfunctions-drop-").FullName;
        try
        {
            await using var stack = await LocalRuntime.StartAsync(
                new LocalOptions { Port = 0, MailPort = 0, DataFolder = data, RunTimers = false }, CancellationToken.None);
            Console.WriteLine($"{"round",-8}{"papers",8}{"stored/s",12}{"indexed/s",12}");
            for (var round = 1; round <= Rounds; round++)
            {
                await DropAsync(stack, data, papers, round);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }

        return 0;
    }

    private static async Task DropAsync(LocalRuntime stack, string folder, int papers, int round)
    {
        var file = Path.Combine(folder, $"round-{round}.txt");
        await File.WriteAllTextAsync(file, InventedDigest.Write(papers, seed: round));
        var drop = stack.Services.GetRequiredService<DigestDrop>();
        var clock = Stopwatch.StartNew();
        var dropped = await drop.UploadAsync(file, CancellationToken.None);
        stack.Functions.Nudge();
        double stored = 0;
        var digest = await drop.WaitAsync(
            dropped, d => stored = stored == 0 && d.IsSettled ? clock.Elapsed.TotalSeconds : stored, CancellationToken.None);
        var indexed = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{round,-8}{digest.Receipt.Entries,8}{papers / stored,12:F0}{papers / indexed,12:F0}"));
    }
}
