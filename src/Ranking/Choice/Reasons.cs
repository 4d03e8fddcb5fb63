using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Choice;

/// <summary>What carried a score, or pulled it down, in a few words. Each was taken away and the score looked at: none is a guess.</summary>
internal static class Reasons
{
    private const int MostOfAKind = 2;
    private const float Noticeable = 0.05f;

    /// <summary>What the score would lose most without, strongest first.</summary>
    public static IReadOnlyList<string> For(Scoring scoring, int at, int count) => Name(scoring, at, count, 1);

    /// <summary>What the score would gain most without, strongest first.</summary>
    public static IReadOnlyList<string> Against(Scoring scoring, int at, int count) => Name(scoring, at, count, -1);

    private static List<string> Name(Scoring scoring, int at, int count, int sign)
    {
        var parts = Parts(scoring, at, sign).Where(r => r.Worth * sign > Noticeable).ToList();
        var topics = parts.Where(r => r.Topic is not null).SelectMany(r => Stems(r.Topic!)).ToHashSet(StringComparer.Ordinal);
        var words = Words(scoring, at)
            .Where(r => r.Worth * sign > Noticeable && !r.Word.Stems.All(topics.Contains))
            .OrderByDescending(r => r.Worth * sign).ThenByDescending(r => r.Word.Stems.Count)
            .ToList();
        var chosen = new List<EvidenceWord>();
        foreach (var (word, _) in words)
        {
            if (chosen.Count < MostOfAKind && !chosen.Exists(c => c.Stems.Intersect(word.Stems, StringComparer.Ordinal).Any()))
            {
                chosen.Add(word);
            }
        }

        return [.. parts.Select(p => (p.Words, p.Worth))
            .Concat(words.Where(w => chosen.Contains(w.Word)).Select(w => ($"'{w.Word.Text}'", w.Worth)))
            .OrderByDescending(r => r.Worth * sign)
            .Take(count)
            .Select(r => r.Item1)];
    }

    private static IEnumerable<(string Words, float Worth, string? Topic)> Parts(Scoring scoring, int at, int sign)
    {
        var paper = scoring.Set.Papers[at].Paper;
        var votes = scoring.Taste.Parts.Where(p => p.IsVote && (p.Kind == TastePartKind.Like) == sign > 0)
            .OrderByDescending(p => Vectors.Dot(p.Place, scoring.Set.Place(at)))
            .Take(MostOfAKind);
        foreach (var part in scoring.Taste.Parts.Where(p => !p.IsVote).Concat(votes))
        {
            var said = part.IsVote ? "" : scoring.Taste.Input.Interests[part.At].Text;
            if (part.Kind != TastePartKind.Author)
            {
                yield return (sign < 0 && !part.IsVote ? $"far from {part.Words}" : part.Words, scoring.WorthOf(part, at), part.IsVote ? null : said);
            }
            else if (paper.Authors.FirstOrDefault(a => AuthorMatcher.Same(said, a)) is { } author)
            {
                yield return ($"by {author}", scoring.WorthOf(part, at), null);
            }
        }
    }

    private static IEnumerable<(EvidenceWord Word, float Worth)> Words(Scoring scoring, int at)
    {
        var whole = Vectors.Dot(scoring.Set.Place(at), scoring.Taste.Direction);
        return scoring.Set.EvidenceOf(at).Telling.Select(w => (w, whole - Vectors.Dot(w.PlaceWithout, scoring.Taste.Direction)));
    }

    private static List<string> Stems(string topic)
    {
        var stems = new List<string>();
        var tokens = new TokenList().ReadPhrase(topic);
        foreach (var token in tokens.Tokens)
        {
            stems.Add(tokens.Stem(token).ToString());
        }

        return stems;
    }
}
