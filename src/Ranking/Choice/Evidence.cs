using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Text;

namespace PaperFunctions.Ranking.Choice;

/// <summary>What a paper is made of, for reasons: its telling words, and where it would lie without each. The same for all readers.</summary>
internal sealed class Evidence
{
    private const int MostWords = 24;

    /// <summary>Words in a larger share of the papers are no reason when alone.</summary>
    private const double MostCommon = 0.3;

    /// <summary>Words that stand together in fewer papers may do so by chance.</summary>
    private const int LeastPapers = 3;

    /// <summary>Words that stand together less are two words, not a phrase: "state space" has about 0.5, "training deep" less than 0.</summary>
    private const double LeastCloseness = 0.2;

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
        var (tokens, telling) = (featurizer.Tokens, new List<EvidenceWord>());
        foreach (var (first, last) in Phrases(set.Model.Terms, tokens, weights))
        {
            string[] stems = first == last ? [tokens.Stem(first).ToString()] : [tokens.Stem(first).ToString(), tokens.Stem(last).ToString()];
            featurizer.Weigh(stems[0], stems[^1]);
            var place = new float[Space.Width];
            set.Model.Space.PlacePaper(featurizer, place);
            telling.Add(new EvidenceWord(Spelling.Of(tokens, first, last), stems, place, first == last && IsVague(set.Model.Terms, stems[0])));
        }

        return telling;
    }

    private static bool IsVague(TermTable terms, string stem) =>
        VagueWords.Contains(stem) || terms.PapersWith[terms.FindStem(stem)] > MostCommon * Math.Max(terms.Papers, 10);

    /// <summary>The words and phrases that weigh most, each as it is best written: in the abstract rather than in the title.</summary>
    private static List<(Token First, Token Last)> Phrases(TermTable terms, TokenList tokens, Dictionary<int, float> weights)
    {
        var found = new Dictionary<int, (Token First, Token Last)>();
        Token? before = null;
        foreach (var token in tokens.Tokens)
        {
            if (token.Kind == TokenKind.Stop)
            {
                continue;
            }

            var stem = token.Kind == TokenKind.Content ? terms.FindStem(tokens.Stem(token)) : -1;
            Find(stem, token, token);
            if (stem >= 0 && before is { } first && Spelling.AreOnePhrase(tokens, first, token))
            {
                var firstStem = terms.FindStem(tokens.Stem(first));
                var pair = firstStem == stem ? -1 : terms.FindPair(firstStem, stem);
                Find(pair >= 0 && terms.PapersWith[pair] >= LeastPapers && terms.Closeness(firstStem, stem, pair) > LeastCloseness ? pair : -1, first, token);
            }

            before = stem >= 0 ? token : null;
        }

        return [.. found.OrderByDescending(f => weights[f.Key]).ThenBy(f => f.Key).Take(MostWords).Select(f => f.Value)];

        void Find(int term, Token first, Token last)
        {
            if (weights.ContainsKey(term) && (!found.TryGetValue(term, out var known) || (known.First.Text == 0 && first.Text > 0)))
            {
                found[term] = (first, last);
            }
        }
    }
}

/// <param name="Text">The word, or two that make a phrase, as the paper has them.</param>
/// <param name="Stems">One or two.</param>
/// <param name="PlaceWithout">Where the paper would lie if these words were not in it.</param>
/// <param name="IsVague">Whether it tells a reader nothing by itself.</param>
internal sealed record EvidenceWord(string Text, IReadOnlyList<string> Stems, float[] PlaceWithout, bool IsVague);
