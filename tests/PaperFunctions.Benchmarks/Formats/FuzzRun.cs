using System.Diagnostics;
using PaperFunctions.Tests.Formats;
using PaperFunctions.Tests.Formats.Fuzz;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>The fuzzer of the tests for as long as one likes; every finding is printed with its seed.</summary>
internal static class FuzzRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var (cases, first) = (options.Number("cases", 1_000_000), options.Number("seed", 1));
        var fuzzer = new Fuzzer(Samples.All());
        var (found, slowest, slowSeed) = (0, TimeSpan.Zero, 0L);
        var watch = Stopwatch.StartNew();
        for (var seed = first; seed < first + cases; seed++)
        {
            var started = watch.Elapsed;
            if (await fuzzer.RunAsync((int)seed, options["format"]) is { } wrong)
            {
                found++;
                Console.WriteLine(wrong);
            }

            (slowest, slowSeed) = watch.Elapsed - started > slowest ? (watch.Elapsed - started, seed) : (slowest, slowSeed);
            if ((seed - first + 1) % 100_000 == 0)
            {
                Console.WriteLine(
                    $"{seed - first + 1} cases, {found} findings, {watch.Elapsed.TotalSeconds:F0} s, slowest "
                    + $"{slowest.TotalMilliseconds:F0} ms (seed {slowSeed})");
            }
        }

        Console.WriteLine(
            $"{cases} cases from seed {first}: {found} findings in {watch.Elapsed.TotalSeconds:F0} s; slowest "
            + $"{slowest.TotalMilliseconds:F0} ms (seed {slowSeed})");
        return found == 0 ? 0 : 1;
    }
}
