using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Choice;

/// <summary>What a paper is made of, for reasons: its telling words, and where it would lie without each. The same for all readers.</summary>
internal sealed class Evidence
{
    private const int MostWords = 24;

    private readonly Dictionary<int, float> words;

    private Evidence(IReadOnlyList<EvidenceWord> telling, Dictionary<int, float> words) => (Telling, this.words) = (telling, words);

    public IReadOnlyList<EvidenceWord> Telling { get; }

    /// <summary>Cosine of the weighted words of two papers, 0 to 1: above about 0.5 they are versions of one text.</summary>
    public float Likeness(Evidence other) => words.Sum(w => w.Value * other.words.GetValueOrDefault(w.Key));

    public static Evidence Of(CandidateSet set, int paper)
    {
        Evidence? evidence = null;
        set.Places.Use(featurizer =>
        {
            featurizer.Read(set.Papers[paper].Paper);
            var words = new Dictionary<int, float>();
            for (var i = 0; i < featurizer.Ids.Length && featurizer.Ids[i] < set.Model.Terms.Words; i++)
            {
                words.Add(featurizer.Ids[i], featurizer.Weights[i]);
            }

            evidence = new Evidence(Tell(set, featurizer, words), words);
        });
        return evidence!;
    }

    private static List<EvidenceWord> Tell(CandidateSet set, Featurizer featurizer, Dictionary<int, float> weights)
    {
        var telling = new List<EvidenceWord>();
        foreach (var (first, second) in Phrases(set.Model.Terms, featurizer.Tokens, weights))
        {
            var stem = featurizer.Tokens.Stem(first).ToString();
            var next = second is { } s ? featurizer.Tokens.Stem(s).ToString() : "";
            featurizer.Weigh(stem, next);
            var place = new float[Space.Width];
            set.Model.Space.PlacePaper(featurizer.Ids, featurizer.Weights, place);
            var text = second is { } t ? $"{featurizer.Tokens.Word(first)} {featurizer.Tokens.Word(t)}" : featurizer.Tokens.Word(first).ToString();
            telling.Add(new EvidenceWord(text, [stem, .. next.Length > 0 ? new[] { next } : []], place));
        }

        return telling;
    }

    /// <summary>The words and pairs that weigh most, each at its first place.</summary>
    private static List<(Token First, Token? Second)> Phrases(TermTable terms, TokenList tokens, Dictionary<int, float> weights)
    {
        var found = new Dictionary<int, (Token First, Token? Second)>();
        Token? before = null;
        foreach (var token in tokens.Tokens)
        {
            if (token.Kind != TokenKind.Content)
            {
                continue;
            }

            var stem = terms.FindStem(tokens.Stem(token));
            found.TryAdd(stem, (token, null));
            if (before is { } b && terms.FindPair(terms.FindStem(tokens.Stem(b)), stem) is >= 0 and var pair)
            {
                found.TryAdd(pair, (b, token));
            }

            before = token;
        }

        return [.. found.Where(f => weights.ContainsKey(f.Key)).OrderByDescending(f => weights[f.Key]).ThenBy(f => f.Key).Take(MostWords).Select(f => f.Value)];
    }
}

/// <param name="Text">The word, or two that stand together, as the paper has them (in lower case).</param>
/// <param name="Stems">One or two.</param>
/// <param name="PlaceWithout">Where the paper would lie if these words were not in it.</param>
internal sealed record EvidenceWord(string Text, IReadOnlyList<string> Stems, float[] PlaceWithout);
