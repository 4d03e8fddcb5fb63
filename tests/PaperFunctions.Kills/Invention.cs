using System.Text;
using System.Text.Json;

namespace PaperFunctions.Kills;

/// <summary>Papers and the files that list them, invented; the same seed makes the same ones.</summary>
internal sealed class Invention(Random random)
{
    /// <summary>What people ask for. No invented word is one of these.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["kelp forests", "bell casting", "moss gardens", "tidal clocks"];

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

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private string Word() => string.Concat(
        Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bdfgkmnprstvz"[random.Next(13)]}{"aeiou"[random.Next(5)]}"));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

internal sealed record InventedPaper(string Title, string Abstract, string? Topic, string Doi);

/// <param name="Papers">In the order of the file, each once.</param>
internal sealed record InventedFile(string Name, byte[] Content, IReadOnlyList<InventedPaper> Papers);
