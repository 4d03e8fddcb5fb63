using PaperFunctions.Papers;
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
        var parts = Parts(scoring, at, sign).Where(r => r.Worth * sign > Noticeable);
        var words = Telling([.. Words(scoring, at).Select(w => (w.Word, Worth: w.Worth * sign))], Said(scoring));
        return [.. parts.Select(p => (p.Words, Worth: p.Worth * sign))
            .Concat(words.Select(w => (Words: sign > 0 ? $"'{w.Word.Text}'" : $"talk of '{w.Word.Text}'", w.Worth)))
            .OrderByDescending(r => r.Worth)
            .Take(count)
            .Select(r => r.Words)];
    }

    /// <summary>The words that add most to what the topics say already; no stem twice.</summary>
    private static List<(EvidenceWord Word, float Worth)> Telling(List<(EvidenceWord Word, float Worth)> words, HashSet<string> said)
    {
        var alone = words.Where(w => w.Word.Stems.Count == 1).ToDictionary(w => w.Word.Stems[0], w => w.Worth, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<(EvidenceWord Word, float Worth)>();
        foreach (var word in words.Where(w => w.Worth > Noticeable).OrderByDescending(w => w.Worth).ThenByDescending(w => w.Word.Stems.Count))
        {
            // Where one half of a phrase carries nothing, the other alone is the reason.
            var stems = word.Word.Stems;
            if (chosen.Count < MostOfAKind && !word.Word.IsVague && !stems.Any(used.Contains) && stems.Any(s => !said.Contains(s)) && stems.All(s => alone.GetValueOrDefault(s, 1) > 0))
            {
                chosen.Add(word);
                used.UnionWith(stems);
            }
        }

        return chosen;
    }

    private static IEnumerable<(string Words, float Worth)> Parts(Scoring scoring, int at, int sign)
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
                yield return (sign < 0 && !part.IsVote ? $"far from {part.Words}" : part.Words, scoring.WorthOf(part, at));
            }
            else if (paper.Authors.FirstOrDefault(a => AuthorMatcher.Same(said, a)) is { } author)
            {
                yield return ($"by {author}", scoring.WorthOf(part, at));
            }
        }
    }

    private static IEnumerable<(EvidenceWord Word, float Worth)> Words(Scoring scoring, int at)
    {
        var whole = Vectors.Dot(scoring.Set.Place(at), scoring.Taste.Direction);
        return scoring.Set.EvidenceOf(at).Telling.Select(w => (w, whole - Vectors.Dot(w.PlaceWithout, scoring.Taste.Direction)));
    }

    /// <summary>The stems of all topics: a reader knows these words.</summary>
    private static HashSet<string> Said(Scoring scoring)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in scoring.Taste.Input.Interests.Where(i => i.Kind == InterestKind.Topic))
        {
            var tokens = new TokenList().ReadPhrase(topic.Text);
            foreach (var token in tokens.Tokens)
            {
                stems.Add(tokens.Stem(token).ToString());
            }
        }

        return stems;
    }
}
