using PaperFunctions.Ranking.Tastes;

namespace PaperFunctions.Ranking.Choice;

/// <summary>What carried a score, or pulled it down, in a few words.</summary>
internal static class Reasons
{
    private const float Noticeable = 0.02f;

    /// <summary>The strongest contributions above 0, strongest first.</summary>
    public static IReadOnlyList<string> For(Scoring scoring, int at, int count) =>
        [.. All(scoring, at).Where(r => r.Share > Noticeable).OrderByDescending(r => r.Share).Take(count).Select(r => r.Words)];

    /// <summary>The contributions below 0, strongest first.</summary>
    public static IReadOnlyList<string> Against(Scoring scoring, int at, int count) =>
        [.. All(scoring, at).Where(r => r.Share < -Noticeable).OrderBy(r => r.Share).Take(count).Select(r => r.Words)];

    private static IEnumerable<(string Words, float Share)> All(Scoring scoring, int at)
    {
        foreach (var topic in scoring.Topics)
        {
            yield return ($"'{topic.Text}'", topic.Of(at));
        }

        foreach (var author in scoring.Authors)
        {
            var match = scoring.Set.Papers[at].Paper.Authors.FirstOrDefault(a => AuthorMatcher.Same(author, a));
            yield return ($"by {match}", match is null ? 0 : 1);
        }

        var (likes, dislikes) = (scoring.Votes.Count(v => v.Weight > 0), scoring.Votes.Count(v => v.Weight < 0));
        foreach (var vote in scoring.Votes)
        {
            yield return (
                $"{(vote.Weight > 0 ? "like" : "too close to")} *{vote.Paper.Title}*",
                vote.Weight * vote.Likeness(at) / (vote.Weight > 0 ? likes : dislikes * 2));
        }
    }
}
