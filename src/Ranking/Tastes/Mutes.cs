using PaperFunctions.Papers;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Tastes;

/// <summary>The candidates that a muted phrase excludes.</summary>
internal static class Mutes
{
    public static IReadOnlySet<int> Of(CandidateSet set, TasteInput input)
    {
        var today = DateOnly.FromDateTime(input.Now.UtcDateTime);
        var muted = new HashSet<int>();
        foreach (var mute in input.Interests)
        {
            if (mute.Kind == InterestKind.Muted && !(mute.Until < today))
            {
                muted.UnionWith(With(set, mute.Text));
            }
        }

        return muted;
    }

    /// <summary>The candidates that have the phrase.</summary>
    public static IEnumerable<int> With(CandidateSet set, string text)
    {
        var phrase = new PhraseMatcher(text);
        return Maybe(set, text).Where(i => phrase.In(set.Normal(i)));
    }

    /// <summary>The candidates with the phrase's rarest word; all, where it has no word that is indexed.</summary>
    private static IEnumerable<int> Maybe(CandidateSet set, string phrase)
    {
        var all = Enumerable.Range(0, set.Papers.Count);
        var tokens = new TokenList().ReadPhrase(phrase);
        IEnumerable<int> fewest = all;
        var least = int.MaxValue;
        foreach (var token in tokens.Tokens)
        {
            if (Folding.IsUnspaced(tokens.Word(token)[0]))
            {
                continue;
            }

            var word = set.Topics.Words.Find(tokens.Stem(token));
            int[] with = word < 0 ? [] : [.. set.Topics.Words.With(word).ToArray().Select(p => p.Paper)];
            (fewest, least) = with.Length < least ? (with, with.Length) : (fewest, least);
        }

        return fewest;
    }
}
