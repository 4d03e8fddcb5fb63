using System.Diagnostics;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>MB/s of every format on its sample, title keys made and links found; processor time, so that a busy machine shows less.</summary>
internal static class ParseSpeed
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var seconds = options.Number("seconds", 2);
        Console.WriteLine($"{"file",-28} {"format",-32} {"bytes",9} {"papers",7} {"MB/s wall",10} {"MB/s cpu",10}");
        foreach (var (name, bytes) in SampleFiles.Corpus.Concat(SampleFiles.All))
        {
            var (format, papers, _, _) = await SampleFiles.ReadAsync(new MemoryStream(bytes), name);
            if (options.Words.Count > 0 && !options.Words.Any(w => format.Contains(w, StringComparison.Ordinal)))
            {
                continue;
            }

            var many = Repeated(bytes, format);
            await MeasureAsync(many, name, seconds); // warm up
            var (wall, cpu) = await MeasureAsync(many, name, seconds);
            Console.WriteLine($"{name,-28} {format,-32} {bytes.Length,9} {papers,7} {wall,10:F0} {cpu,10:F0}");
        }

        return 0;
    }

    /// <summary>Text read again and again as one file, so that opening it does not hide what reading it costs; other files as they are.</summary>
    private static byte[] Repeated(byte[] bytes, string format) =>
        format is "trending-inline" or "trending-spaced" or "trending-html" or "markdown" or "text"
            ? [.. Enumerable.Repeat<byte[]>([.. bytes, (byte)'\n', (byte)'\n'], Math.Max(1, 4_000_000 / bytes.Length)).SelectMany(b => b)]
            : bytes;

    private static async Task<(double Wall, double Cpu)> MeasureAsync(byte[] bytes, string name, long seconds)
    {
        var watch = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        long read = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            await SampleFiles.ReadAsync(new MemoryStream(bytes), name);
            read += bytes.Length;
        }

        return (read / 1e6 / watch.Elapsed.TotalSeconds, read / 1e6 / (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
    }
}
