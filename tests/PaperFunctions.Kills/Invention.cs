using System.Text;
using System.Text.Json;

namespace PaperFunctions.Kills;

/// <summary>Papers and the files that list them, invented; the same seed makes the same ones.</summary>
internal sealed class Invention(Random random)
{
    /// <summary>What people ask for. No invented word is one of these.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["kelp forests", "bell casting", "moss gardens", "tidal clocks"];

    /// <summary>Words of many subjects: of papers that differ in made-up words alone, an edition takes one.</summary>
    private static readonly string[] Vocabulary =
        """
        amber anchor ankle apple arrow autumn bacteria badge bakery balloon bamboo barrel basalt beacon beetle bicycle blanket
        border bottle branch bridge bronze bucket cabin cable camera candle canyon carbon castle cattle cedar cellar chalk
        cherry circus clay cliff cloud coal coast cobalt comet copper coral cotton crater crystal curtain desert diamond
        dolphin drum eagle echo elbow engine estuary falcon feather fennel ferry fiddle flint fossil fountain fungus
        galaxy garlic glacier granite gravel guitar hammer harbour harvest hazel heron honey horizon hurricane iceberg island
        ivory jacket jungle kettle kidney kitchen ladder lagoon lemon leopard library linen liver magnet maple marble market
        meadow mercury meteor mirror monsoon mosaic motor mountain muscle mustard needle nickel oasis ocean olive orbit
        orchard otter oyster paper parrot pebble pepper pigeon pillar planet plaster plum pollen prairie prism protein pump
        quartz rabbit radar railway rainbow ribbon river rocket saddle salmon sandal satellite saturn savanna scissors shadow
        shell silver skeleton smoke snail spider spiral sponge squirrel statue steam sulphur sunset swallow tablet teapot
        temple thunder tiger timber tobacco tornado tower tractor tunnel turbine turtle valley vapour velvet village violin
        volcano walnut water weather whale wheat whistle willow window winter zebra
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private readonly List<InventedPaper> _papers = [];

    public IReadOnlyList<InventedPaper> Papers => _papers;

    /// <summary>Some papers, a few of them on somebody's topic, a few known from other files.</summary>
    public InventedFile File(string name, int papers)
    {
        var known = _papers.Count == 0 ? [] : Enumerable.Range(0, papers / 6).Select(_ => _papers[random.Next(_papers.Count)]);
        List<InventedPaper> listed = [.. known.Distinct(), Paper(Topics[random.Next(Topics.Count)])];
        while (listed.Count < papers)
        {
            listed.Add(Paper(null));
        }

        return new InventedFile(name, name.EndsWith(".bib", StringComparison.Ordinal) ? BibTeX(listed) : Lines(listed), listed);
    }

    private InventedPaper Paper(string? topic)
    {
        var title = topic is null ? Capital(Words(8)) : $"{Capital(topic)} {Words(5)}";
        var text = topic is null ? $"We study {Words(30)}." : $"We study {topic} with {Words(25)}. Our {topic} show {Words(10)}.";
        var paper = new InventedPaper($"{title} {Words(1)}", text, topic, $"10.5555/kills.{_papers.Count}");
        _papers.Add(paper);
        return paper;
    }

    private static byte[] BibTeX(List<InventedPaper> papers)
    {
        var text = new StringBuilder();
        foreach (var (paper, i) in papers.Select((p, i) => (p, i)))
        {
            text.Append(
                $"@article{{k{i},\n  title = {{{paper.Title}}},\n  author = {{Falk, Iris and Rook, Tamsin}},\n  year = 2026,\n"
                + $"  doi = {{{paper.Doi}}},\n  abstract = {{{paper.Abstract}}}\n}}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Without the DOI: the same paper is known by its title here, and by its DOI elsewhere.</summary>
    private static byte[] Lines(List<InventedPaper> papers) => Encoding.UTF8.GetBytes(string.Concat(
        papers.Select(p => JsonSerializer.Serialize(new { title = p.Title, @abstract = p.Abstract }) + "\n")));

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

internal sealed record InventedPaper(string Title, string Abstract, string? Topic, string Doi);

/// <param name="Papers">In the order of the file, each once.</param>
internal sealed record InventedFile(string Name, byte[] Content, IReadOnlyList<InventedPaper> Papers);
