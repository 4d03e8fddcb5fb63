using System.Text.Json;
using PaperFunctions.Formats;
using PaperFunctions.Papers;

namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Digest pages as readers: each page is about one theme, and its papers are what its reader wants.</summary>
internal sealed class Pages
{
    private Pages(IReadOnlyList<string> names, IReadOnlyList<StoredPaper> papers, IReadOnlyList<bool[]> has,
        IReadOnlyList<(int Page, string Phrase)> phrases)
    {
        (Names, Papers, Has, Phrases) = (names, papers, has, phrases);
        Words = [.. papers.Select(p =>
            $"{p.Paper.Title} {p.Paper.Abstract}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length)];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>All papers of all pages, in the order of their ids.</summary>
    public IReadOnlyList<StoredPaper> Papers { get; }

    /// <summary>For each page and paper: whether it is there.</summary>
    public IReadOnlyList<bool[]> Has { get; }

    public IReadOnlyList<(int Page, string Phrase)> Phrases { get; }

    /// <summary>Words of title and abstract.</summary>
    public IReadOnlyList<int> Words { get; }

    public static async Task<Pages> ReadAsync(IReadOnlyList<string> files)
    {
        var found = new SortedDictionary<string, (StoredPaper Paper, HashSet<int> Pages)>(StringComparer.Ordinal);
        for (var page = 0; page < files.Count; page++)
        {
            await using var file = File.OpenRead(files[page]);
            var reading = await DigestReader.OpenAsync(file,
                new DigestSource(Path.GetFileName(files[page]), new DateTimeOffset(File.GetLastWriteTimeUtc(files[page]))));
            await foreach (var entry in reading.EntriesAsync())
            {
                var id = new PaperKey(PaperKeyKind.Title, TitleKey.Of(entry.Paper.Title)).ToId();
                var stored = new StoredPaper(id, entry.Paper) { FirstSeen = Seen(reading.Receipt.Date, entry.Rank) };
                found.TryAdd(id.Value, (stored, []));
                found[id.Value].Pages.Add(page);
            }
        }

        return new Pages(
            [.. files.Select(f => Path.GetFileNameWithoutExtension(f))],
            [.. found.Values.Select(f => f.Paper)],
            [.. files.Select((_, page) => found.Values.Select(f => f.Pages.Contains(page)).ToArray())],
            [.. PhrasesOf(files)]);
    }

    /// <summary>Papers as JSON Lines, each with the tastes that it is of: communities, sessions or
    /// subjects; every taste of enough papers is a reader.</summary>
    public static async Task<Pages> ReadTastesAsync(string file, int leastPapers)
    {
        var found = new SortedDictionary<string, (StoredPaper Paper, HashSet<string> Tastes)>(StringComparer.Ordinal);
        await foreach (var line in File.ReadLinesAsync(file))
        {
            var entry = JsonSerializer.Deserialize<Tasted>(line, JsonSerializerOptions.Web)!;
            var id = new PaperKey(PaperKeyKind.Title, TitleKey.Of(entry.Title)).ToId();
            found.TryAdd(id.Value,
                (new StoredPaper(id, new Paper { Title = entry.Title, Abstract = entry.Abstract, Authors = entry.Authors }), []));
            found[id.Value].Tastes.UnionWith(entry.Tastes);
        }

        string[] tastes = [.. found.Values.SelectMany(f => f.Tastes).CountBy(t => t).Where(t => t.Value >= leastPapers).Select(t => t.Key)
            .Order(StringComparer.Ordinal)];
        return new Pages(tastes, [.. found.Values.Select(f => f.Paper)],
            [.. tastes.Select(t => found.Values.Select(f => f.Tastes.Contains(t)).ToArray())], []);
    }

    private sealed record Tasted(string Title, string Abstract, IReadOnlyList<string> Authors, IReadOnlyList<string> Tastes);

    private static DateTimeOffset Seen(DateOnly? date, int rank) =>
        new DateTimeOffset((date ?? DateOnly.FromDateTime(DateTime.UnixEpoch)).ToDateTime(default), TimeSpan.Zero).AddSeconds(-rank);

    /// <summary>Phrases that a reader of a page might give: lines "page, tab, phrase" in phrases.tsv,
    /// written before anything was measured with them.</summary>
    private static IEnumerable<(int Page, string Phrase)> PhrasesOf(IReadOnlyList<string> files)
    {
        using var stream = typeof(Pages).Assembly.GetManifestResourceStream("phrases.tsv")!;
        using var reader = new StreamReader(stream);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            for (var page = 0; page < files.Count; page++)
            {
                if (Path.GetFileNameWithoutExtension(files[page]) == cells[0])
                {
                    yield return (page, cells[1].Trim());
                }
            }
        }
    }
}
