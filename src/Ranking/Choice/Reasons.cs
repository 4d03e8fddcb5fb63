using PaperFunctions.Papers;
using PaperFunctions.Ranking.Features;
using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking.Choice;

/// <summary>Why a paper is wanted, or not, in words that are true of it: a topic is named where its words stand, and these are quoted; a
/// liked paper is named where the chance would be lower without that like.</summary>
internal static class Reasons
{
    private const int MostVotes = 2;

    /// <summary>Log-odds that a vote must carry to be named.</summary>
    private const float Noticeable = 0.1f;

    /// <summary>What is named is at most so much weaker than the whole score, in log-odds: it must carry some of it.</summary>
    private const float Beside = 2;

    /// <summary>What speaks for a candidate, strongest first; none if nothing true can be said.</summary>
    public static IReadOnlyList<string> For(Scoring scoring, int at, int count) =>
        [.. Telling(scoring, at).OrderByDescending(r => r.Odds).Select(r => r.Words()).Distinct().Take(count)];

    /// <summary>Whether anything true can be said for a candidate; no text is read for it.</summary>
    public static bool Any(Scoring scoring, int at) => Telling(scoring, at).Any();

    private static IEnumerable<(Func<string> Words, float Odds)> Telling(Scoring scoring, int at) =>
        Named(scoring, at).Concat(Likes(scoring, at)).Where(r => r.Odds >= scoring.Score(at) - Beside);

    /// <summary>What speaks against it: topics of which it has no word, and papers that were disliked.</summary>
    public static IReadOnlyList<string> Against(Scoring scoring, int at, int count)
    {
        var dislikes = Votes(scoring, at, TastePartKind.Dislike).Select(v => $"too close to '{v.Part.Words}', which you disliked");
        var topics = scoring.Taste.Aims.Where(a => a.Topic is not null && a.LogOdds(at) is null)
            .Select(a => $"it says too little of your topic '{a.Part.Words}'");
        return [.. dislikes.Concat(topics).Take(count)];
    }

    private static IEnumerable<(Func<string> Words, float Odds)> Named(Scoring scoring, int at)
    {
        var paper = scoring.Set.Papers[at].Paper;
        foreach (var aim in scoring.Taste.Aims)
        {
            if (scoring.OddsOf(aim, at) is { } odds)
            {
                yield return (() => NameOf(aim, paper, at), odds);
            }
        }
    }

    private static string NameOf(Aim aim, Paper paper, int at) => aim switch
    {
        { Topic: { } topic } => TopicQuote.Of(paper, aim.Part.Words, topic.In(at)!.Value.Evidence),
        { IsAuthor: true } => $"by {paper.Authors.First(a => AuthorMatcher.Same(aim.Part.Words, a))}",
        _ => $"listed in {aim.Part.Words}, which you asked for",
    };

    private static IEnumerable<(Func<string> Words, float Odds)> Likes(Scoring scoring, int at)
    {
        if (!scoring.Taste.HasLikes)
        {
            yield break;
        }

        var odds = scoring.OddsOfVotes(at);
        foreach (var (part, _) in Votes(scoring, at, TastePartKind.Like))
        {
            yield return (() => $"like '{part.Words}', which you liked", odds);
            odds -= 0.01f;
        }
    }

    /// <summary>The nearest papers of a kind of vote that move the chance, strongest first.</summary>
    private static IEnumerable<(TastePart Part, float Worth)> Votes(Scoring scoring, int at, TastePartKind kind) =>
        scoring.Taste.Parts.Where(p => p.Kind == kind)
            .OrderByDescending(p => Vectors.Dot(p.Embedding, scoring.Set.Embedding(at)))
            .Take(MostVotes)
            .Select(p => (Part: p, Worth: kind == TastePartKind.Like ? scoring.WorthOf(p, at) : -scoring.WorthOf(p, at)))
            .Where(v => v.Worth > Noticeable)
            .OrderByDescending(v => v.Worth);
}
