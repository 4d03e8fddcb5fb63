using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace PaperFunctions.Benchmarks.Formats;

/// <summary>Time and allocation of reading one sample of every format, title keys made and links found.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ParseBenchmarks
{
    private byte[] _bytes = [];

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Names => SampleFiles.Corpus.Concat(SampleFiles.All).Select(f => f.Name);

    public static Task<int> RunAsync(string[] args)
    {
        BenchmarkRunner.Run<ParseBenchmarks>(null, args);
        return Task.FromResult(0);
    }

    [GlobalSetup]
    public void Load() => _bytes = SampleFiles.Corpus.Concat(SampleFiles.All).First(f => f.Name == Name).Bytes;

    [Benchmark]
    public async Task<long> Read() => (await SampleFiles.ReadAsync(new MemoryStream(_bytes), Name)).Keys;
}
