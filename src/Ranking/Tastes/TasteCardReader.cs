using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>Collects what a taste has learned from its votes.</summary>
internal static class TasteCardReader
{
    private const int MostTerms = 20;
    private const float LeastWeight = 0.01f;

    public static TasteCard Read(CandidateSet set, TasteInput input)
    {
        var direction = set.Prepare(input).Direction;
        var surfaces = Surfaces(set, input);
        var weighed = surfaces
            .Select(s => new TasteTerm(s.Value, set.Model.Space.Along(s.Key, direction) * set.Model.Terms.Rarity[s.Key]))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Term, StringComparer.Ordinal)
            .ToList();
        return new TasteCard(
            [.. weighed.Where(t => t.Weight > LeastWeight).Take(MostTerms)],
            [.. weighed.Where(t => t.Weight < -LeastWeight).Reverse<TasteTerm>().Take(MostTerms)],
            Authors(input),
            [.. input.Rated.Select(r => new TasteVote(r.Paper.Title, PaperKey.Of(r.Paper) is [var key, ..]
                ? key.ToId()
                : null, r.Value, r.At, Weight(r, input.Now)))],
            input.Interests);
    }

    /// <summary>The known words, but for vague ones, that stand in the title of a paper voted on or in two such papers, each as it is
    /// first written there. The words of the reader's own topics are not among them: those were told, not learned.</summary>
    private static Dictionary<int, string> Surfaces(CandidateSet set, TasteInput input)
    {
        var told = Told(input);
        var (surfaces, once) = (new Dictionary<int, string>(), new HashSet<int>());
        var tokens = new TokenList();
        foreach (var paper in input.Rated.Select(r => r.Paper))
        {
            tokens.Read(paper);
            var here = new HashSet<int>();
            foreach (var token in tokens.Tokens)
            {
                var text = tokens.Stem(token).ToString();
                if (token.Kind == TokenKind.Content && set.Model.Terms.FindStem(text) is >= 0 and var stem && !VagueWords.Contains(text)
                    && !told.Contains(text) && here.Add(stem) && (token.Text == 0 || !once.Add(stem)))
                {
                    surfaces.TryAdd(stem, tokens.Word(token).ToString());
                }
            }
        }

        return surfaces;
    }

    private static HashSet<string> Told(TasteInput input)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new TokenList();
        foreach (var interest in input.Interests.Where(i => i.Kind == InterestKind.Topic))
        {
            tokens.ReadPhrase(interest.Text);
            foreach (var token in tokens.Tokens)
            {
                told.Add(tokens.Stem(token).ToString());
            }
        }

        return told;
    }

    private static List<TasteTerm> Authors(TasteInput input) =>
        [.. input.Interests.Where(i => i.Kind == InterestKind.Author).Select(i => new TasteTerm(i.Text, Weights.Default.Named))
            .Concat(input.Rated.Where(r => r.Value > 0)
                .SelectMany(r => r.Paper.Authors.Select(a => (Author: a, Weight: Weight(r, input.Now))))
                .GroupBy(a => a.Author, StringComparer.Ordinal)
                .Select(g => new TasteTerm(g.Key, Weights.Default.LikedAuthor * g.Sum(a => a.Weight))))
            .OrderByDescending(a => a.Weight).ThenBy(a => a.Term, StringComparer.Ordinal)
            .Take(MostTerms)];

    private static double Weight(RatedPaper rated, DateTimeOffset now) =>
        Math.Pow(0.5, Math.Max(0, (now - rated.At).TotalDays) / Weights.Default.HalfLifeDays);
}
