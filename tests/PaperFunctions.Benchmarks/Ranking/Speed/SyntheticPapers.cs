using PaperFunctions.Papers;

namespace PaperFunctions.Benchmarks.Ranking.Speed;

/// <summary>As many papers as wanted, of sentences drawn from real abstracts; one word in twelve is an invented one, drawn by Zipf's law,
/// so that the vocabulary grows with the corpus.</summary>
internal sealed class SyntheticPapers
{
    private const int InventedWords = 200_000;
    private readonly string[] _sentences;
    private readonly string[] _titles;
    private readonly Random _random = new(11);

    public SyntheticPapers(IEnumerable<Paper> real)
    {
        var papers = real.ToList();
        _titles = [.. papers.Select(p => p.Title)];
        _sentences = [.. papers.SelectMany(p => p.Abstract.Split(". ", StringSplitOptions.RemoveEmptyEntries)).Where(s => s.Length > 20)];
    }

    public IEnumerable<StoredPaper> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var title = $"{Half(_titles[_random.Next(_titles.Length)], first: true)} "
                + $"{Half(_titles[_random.Next(_titles.Length)], first: false)} {i}";
            var text = string.Join(". ", Enumerable.Range(0, _random.Next(5, 9))
                .Select(_ => Disturb(_sentences[_random.Next(_sentences.Length)])));
            var paper = new Paper { Title = title, Abstract = text };
            yield return new StoredPaper(new PaperKey(PaperKeyKind.Title, title).ToId(), paper);
        }
    }

    private static string Half(string title, bool first)
    {
        var words = title.Split(' ');
        return string.Join(' ', first ? words[..((words.Length + 1) / 2)] : words[(words.Length / 2)..]);
    }

    private string Disturb(string sentence) =>
        string.Join(' ', sentence.Split(' ').Select(w => _random.Next(12) == 0 ? Invented() : w));

    private string Invented()
    {
        // Zipf: the rank is spread evenly on a logarithmic scale.
        var rank = (int)Math.Exp(_random.NextDouble() * Math.Log(InventedWords));
        return string.Concat(Enumerable.Range(0, 4)
            .Select(i => "bakedilomunarepisotuvexyzo".Substring(((rank / (int)Math.Pow(13, i)) % 13) * 2, 2)));
    }
}
