using System.Diagnostics;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>MB/s of every format on its sample made large, title keys made and links found, what is packed counted unpacked; processor
/// time, so that a busy machine shows less.</summary>
internal static class ParseSpeed
{
    /// <summary>Bytes of what is measured, so that opening a file does not hide what reading it costs.</summary>
    private const int Size = 4_000_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var seconds = options.Number("seconds", 2);
        Console.WriteLine($"{"file",-28} {"format",-32} {"bytes",9} {"papers",7} {"problems",8} {"MB/s wall",10} {"MB/s cpu",10}");
        foreach (var (name, bytes) in SampleFiles.Corpus.Concat(SampleFiles.All))
        {
            var (format, _, _, _) = await SampleFiles.ReadAsync(new MemoryStream(bytes), name);
            if (options.Words.Count > 0 && !options.Words.Any(w => format.Contains(w, StringComparison.Ordinal)))
            {
                continue;
            }

            var many = Repeat.ToSize(name, bytes, Size);
            var (_, papers, problems, _) = await SampleFiles.ReadAsync(new MemoryStream(many), name);
            var size = name.EndsWith("gz", StringComparison.Ordinal) || name.EndsWith("zip", StringComparison.Ordinal) ? Size : many.Length;
            await MeasureAsync(many, size, name, seconds); // warm up
            var (wall, cpu) = await MeasureAsync(many, size, name, seconds);
            Console.WriteLine($"{name,-28} {format,-32} {size,9} {papers,7} {problems,8} {wall,10:F0} {cpu,10:F0}");
        }

        return 0;
    }

    private static async Task<(double Wall, double Cpu)> MeasureAsync(byte[] bytes, int size, string name, long seconds)
    {
        var watch = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        long read = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            await SampleFiles.ReadAsync(new MemoryStream(bytes), name);
            read += size;
        }

        return (read / 1e6 / watch.Elapsed.TotalSeconds, read / 1e6 / (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
    }
}
