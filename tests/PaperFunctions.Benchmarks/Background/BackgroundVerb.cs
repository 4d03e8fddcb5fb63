using System.Diagnostics;
using System.Security.Cryptography;
using PaperFunctions.Formats;
using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;

namespace PaperFunctions.Benchmarks.Background;

/// <summary>Learns the language background from abstracts: <c>background build FILE|FOLDER... [--without FILE...] --out FILE</c>. The same
/// papers give the same bytes.</summary>
internal static class BackgroundVerb
{
    private const string Usage = "background build FILE|FOLDER... [--without FILE...] --out FILE";

    /// <summary>Shorter abstracts are notices, not abstracts.</summary>
    private const int LeastLetters = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["build", ..] || Array.IndexOf(args, "--out") is var at && (at < 0 || at != args.Length - 2))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var named = args[1..^2];
        var split = Array.IndexOf(named, "--without") is >= 0 and var without ? without : named.Length;
        var watch = Stopwatch.StartNew();
        var left = (await ReadAsync(named.Skip(split + 1))).Keys.ToHashSet(StringComparer.Ordinal);
        var papers = await ReadAsync(named.Take(split));
        Paper[] kept = [.. papers.Where(p => !left.Contains(p.Key) && p.Value.Abstract.Length >= LeastLetters).Select(p => p.Value)];
        Console.WriteLine($"{papers.Count} papers read, {kept.Length} kept, {watch.Elapsed.TotalSeconds:0} s");
        var background = BackgroundBuilder.Build(kept);
        await using (var to = File.Create(args[^1]))
        {
            BackgroundFile.Write(background, to);
        }

        var bytes = await File.ReadAllBytesAsync(args[^1]);
        Console.WriteLine($"{background.Stems.Length} stems, {background.Acronyms.Pairs.Count} acronyms, {bytes.Length} bytes, "
            + $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}, {watch.Elapsed.TotalSeconds:0} s");
        return 0;
    }

    /// <summary>Each paper once, in the order of titles: the order of the files does not matter.</summary>
    internal static async Task<SortedDictionary<string, Paper>> ReadAsync(IEnumerable<string> names)
    {
        var papers = new SortedDictionary<string, Paper>(StringComparer.Ordinal);
        foreach (var file in names.SelectMany(n => Directory.Exists(n) ? Directory.GetFiles(n) : [n]).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(file);
            var reading = await DigestReader.OpenAsync(content, new DigestSource(Path.GetFileName(file), DateTimeOffset.UnixEpoch));
            await foreach (var entry in reading.EntriesAsync())
            {
                Keep(papers, entry.Paper);
            }
        }

        return papers;
    }

    private static void Keep(SortedDictionary<string, Paper> papers, Paper paper)
    {
        var key = TitleKey.Of(paper.Title);
        var known = papers.GetValueOrDefault(key);
        if (known is null || (known.Abstract.Length, known.Abstract).CompareTo((paper.Abstract.Length, paper.Abstract)) < 0)
        {
            papers[key] = new Paper { Title = paper.Title, Abstract = paper.Abstract };
        }
    }
}
