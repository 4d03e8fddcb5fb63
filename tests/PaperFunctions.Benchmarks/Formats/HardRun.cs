using System.Diagnostics;
using System.Text;
using PaperFunctions.Formats;
using PaperFunctions.Tests.Formats.Hard;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>The slowest recognition and the slowest reading of every format on inputs that are made to hurt it.</summary>
internal static class HardRun
{
    /// <summary>As much as recognition is given of a file.</summary>
    private const int Head = 64 * 1024;

    /// <summary>Recognition of one format may take this long, milliseconds of processor time.</summary>
    private const double RecogniseLimit = 50;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var limit = options.Number("seconds", 3) * 1000.0;
        var slow = 0;
        Console.WriteLine($"{"format",-18} {"recognise ms",12} {"on",-34} {"read ms",9} {"on",4}");
        foreach (var format in DigestReader.Formats.Where(f => options.Words.Count == 0 || options.Words.Contains(f.Name)))
        {
            var (recognise, head) = Recognise(format);
            var (read, file) = await ReadAsync(format);
            slow += recognise > RecogniseLimit || read > limit ? 1 : 0;
            Console.WriteLine($"{format.Name,-18} {recognise,12:F1} {Escaped(head),-34} {read,9:F0} {file,4}");
        }

        slow += HardPatterns.Run() + await HardFields.RunAsync();
        Console.WriteLine(
            $"largest working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB, the files themselves included");
        return slow == 0 ? 0 : 1;
    }

    private static (double Milliseconds, string Name) Recognise(IDigestFormat format)
    {
        var worst = (Milliseconds: 0.0, Name: "");
        foreach (var (name, text) in HardInputs.Heads(Head))
        {
            var head = new DigestHead(Encoding.UTF8.GetBytes(text), text, false);
            var took = Processor(() => format.Recognise(head));
            took = took > worst.Milliseconds && took > 5 ? Math.Min(took, Processor(() => format.Recognise(head))) : took;
            worst = took > worst.Milliseconds ? (took, name) : worst;
        }

        return worst;
    }

    private static async Task<(double Milliseconds, int Number)> ReadAsync(IDigestFormat format)
    {
        var (worst, number, at) = (0.0, 0, 0);
        foreach (var text in HardInputs.Files().Concat(HardInputs.Large()))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var started = Process.GetCurrentProcess().TotalProcessorTime;
            await SampleFiles.ReadAsync(new MemoryStream(bytes), "hard.txt", format.Name);
            var took = (Process.GetCurrentProcess().TotalProcessorTime - started).TotalMilliseconds;
            (worst, number) = took > worst ? (took, at) : (worst, number);
            at++;
        }

        return (worst, number);
    }

    private static double Processor(Action action)
    {
        var started = Process.GetCurrentProcess().TotalProcessorTime;
        action();
        return (Process.GetCurrentProcess().TotalProcessorTime - started).TotalMilliseconds;
    }

    private static string Escaped(string name) =>
        name.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);
}
