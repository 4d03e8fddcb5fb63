using PaperFunctions.Papers;
using PaperFunctions.Ranking.Background;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Benchmarks.Background;

/// <summary>From papers to the language background: counts, word vectors, acronyms.</summary>
internal static class BackgroundBuilder
{
    private const int MaxStems = 30_000;
    private const int MinPapers = 5;

    /// <summary>Numbers of a vector of length 1 are near 1/16; so many steps to 1 keep its direction to a cosine of .998.</summary>
    private const float Steps = 80;

    public static LanguageBackground Build(IReadOnlyList<Paper> papers)
    {
        var (vocabulary, counts, texts) = Read(papers);
        int[] kept = [.. Enumerable.Range(0, vocabulary.Count).Where(s => counts[s] >= MinPapers)
            .OrderByDescending(s => counts[s]).ThenBy(s => vocabulary[s], StringComparer.Ordinal).Take(MaxStems)];
        var numbers = Enumerable.Repeat(-1, vocabulary.Count).ToArray();
        for (var i = 0; i < kept.Length; i++)
        {
            numbers[kept[i]] = i;
        }

        List<int[]> renumbered = [.. texts.Select(t => Array.ConvertAll(t, s => numbers[s]))];
        var vectors = WordVectors.Learn(renumbered, kept.Length);
        return new LanguageBackground(
            papers.Count,
            [.. kept.Select(s => vocabulary[s])],
            [.. kept.Select(s => counts[s])],
            Array.ConvertAll(vectors, v => (sbyte)Math.Clamp(MathF.Round(v * Steps), -127, 127)),
            AcronymMiner.Mine(papers));
    }

    /// <summary>The stems, the papers that have each, and each paper's stems in order, stop words left out.</summary>
    private static (Vocabulary Stems, List<int> Counts, List<int[]> Texts) Read(IReadOnlyList<Paper> papers)
    {
        var (stems, counts, texts, tokens) = (new Vocabulary(), new List<int>(), new List<int[]>(papers.Count), new TokenList());
        foreach (var paper in papers)
        {
            var text = new List<int>();
            foreach (var token in tokens.Read(paper).Tokens)
            {
                if (token.Kind != TokenKind.Stop)
                {
                    text.Add(stems.Add(tokens.Stem(token)));
                }
            }

            counts.AddRange(Enumerable.Repeat(0, stems.Count - counts.Count));
            foreach (var stem in text.Distinct())
            {
                counts[stem]++;
            }

            texts.Add([.. text]);
        }

        return (stems, counts, texts);
    }
}
