using System.Diagnostics;
using System.Text;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>Reads a stream of the asked size in every format that can be streamed and reports the largest working set.</summary>
internal static class MemoryRun
{
    private const int LimitMegabytes = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var megabytes = options.Number("megabytes", 1000);
        var worst = 0L;
        foreach (var (format, head, unit, tail) in Streams().Where(s => options.Words.Count == 0 || options.Words.Contains(s.Format)))
        {
            var watch = Stopwatch.StartNew();
            var stream = new EndlessStream(head, unit, tail, megabytes * 1_000_000);
            var (read, entries, problems, _) = await SampleFiles.ReadAsync(stream, $"big.{format}.txt");
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;
            worst = Math.Max(worst, peak);
            Console.WriteLine(
                $"{read,-20} {megabytes,6} MB {entries,9} papers {problems,3} problems {watch.Elapsed.TotalSeconds,6:F1} s, peak so far "
                + $"{peak} MB");
        }

        Console.WriteLine(worst <= LimitMegabytes ? $"within {LimitMegabytes} MB" : $"more than {LimitMegabytes} MB");
        return worst <= LimitMegabytes ? 0 : 1;
    }

    /// <summary>For each format what the file starts with, what is repeated ({0} is a number), and what it ends with.</summary>
    private static IEnumerable<(string Format, string Head, string Unit, string Tail)> Streams()
    {
        var text = string.Join(' ', Enumerable.Repeat("Plots are pruned in spring, and what grows is counted.", 20));
        yield return ("trending-inline", "Get trending papers in your email inbox!\nSubscribe",
            $"Garden {{0}} of Gradients\n{text} Code: https://github.com/gardens/g{{0}}.\n", "");
        yield return ("trending-spaced", "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nMar 14\n\n",
            $"Garden {{0}} of Gradients\n\n{text}\n\n", "");
        yield return ("markdown", "# Papers\n\n", $"## Garden {{0}} of Gradients\n\n*Ada Example, Ben Sample*\n\n{text}\n\n", "");
        yield return ("text", "", $"Title: Garden {{0}} of Gradients\nAuthors: Ada Example; Ben Sample\nAbstract: {text}\n\n", "");
        yield return ("jsonl", "",
            $"{{{{\"title\":\"Garden {{0}} of Gradients\",\"authors\":[\"Ada Example\"],\"abstract\":\"{text}\"}}}}\n", "");
        yield return ("csv", "title,authors,abstract\n", $"Garden {{0}} of Gradients,Ada Example,\"{text}\"\n", "");
        yield return ("bibtex", "",
            $"@article{{{{g{{0}},\n  title = {{{{Garden {{0}} of Gradients}}}},\n  author = {{{{Example, Ada}}}},\n  abstract = "
            + $"{{{{{text}}}}}\n}}}}\n", "");
        yield return ("ris", "", $"TY  - JOUR\nTI  - Garden {{0}} of Gradients\nAU  - Example, Ada\nAB  - {text}\nER  - \n\n", "");
        yield return ("atom",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>Papers</title>\n",
            $"<entry><id>https://example.org/{{0}}</id><title>Garden {{0}} of Gradients</title><author><name>Ada "
            + $"Example</name></author><summary>{text}</summary></entry>\n", "</feed>\n");
    }

    /// <summary>Head, unit after unit until the length is reached, tail; only one unit is held.</summary>
    private sealed class EndlessStream(string head, string unit, string tail, long length) : Stream
    {
        private readonly CompositeFormat _format = CompositeFormat.Parse(unit);
        private ReadOnlyMemory<byte> _left = Encoding.UTF8.GetBytes(head);
        private long _given;
        private long _number;
        private bool _ended;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            while (_left.IsEmpty && !_ended)
            {
                _ended = _given >= length;
                _left = Encoding.UTF8.GetBytes(_ended ? tail : string.Format(null, _format, _number++));
            }

            var taken = Math.Min(count, _left.Length);
            _left[..taken].CopyTo(buffer.AsMemory(offset));
            _left = _left[taken..];
            _given += taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
