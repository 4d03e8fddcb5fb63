namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>One question to the rankers: what this reader said, and which papers are left to rank.</summary>
/// <param name="Page">The reader.</param>
/// <param name="Phrase">A topic; null where the reader gave none.</param>
internal sealed record Trial(int Page, int[] Likes, int[] Dislikes, string? Phrase)
{
    public bool Excludes(int paper) => Array.IndexOf(Likes, paper) >= 0 || Array.IndexOf(Dislikes, paper) >= 0;
}

/// <summary>Draws trials from pages: the same seed gives the same trials for every ranker.</summary>
internal static class Trials
{
    /// <summary>Draws for each page and number of likes in what is reported.</summary>
    public const int Draws = 100;

    /// <summary>The first of them, on which settings are chosen (for other pages).</summary>
    public const int DrawsToTune = 20;

    /// <summary>Likes drawn at random from each page.</summary>
    public static List<Trial> Likes(Pages pages, int likes, bool phrases = false, int draws = Draws)
    {
        var trials = new List<Trial>();
        for (var page = 0; page < pages.Names.Count; page++)
        {
            var own = Enumerable.Range(0, pages.Papers.Count).Where(i => pages.Has[page][i]).ToArray();
            string[] said = [.. pages.Phrases.Where(p => p.Page == page).Select(p => p.Phrase)];
            for (var draw = 0; draw < draws && (said.Length > 0 || !phrases); draw++)
            {
                trials.Add(new Trial(page, Draw(own, likes, Seed(page, likes, draw)), [], phrases ? said[draw % said.Length] : null));
            }
        }

        return trials;
    }

    public static List<Trial> Phrases(Pages pages) => [.. pages.Phrases.Select(p => new Trial(p.Page, [], [], p.Phrase))];

    /// <summary>The same trials with dislikes drawn at random from what is not on the page.</summary>
    public static List<Trial> WithRandomDislikes(Pages pages, List<Trial> trials, int dislikes) =>
        [.. trials.Select((t, i) => t with
        {
            Dislikes = Draw([.. Enumerable.Range(0, pages.Papers.Count).Where(p => !pages.Has[t.Page][p])], dislikes,
                Seed(t.Page, 1000 + t.Likes.Length, i)),
        })];

    /// <summary>The same trials with the dislikes that a reader would vote: the best-ranked papers that are not on the page.</summary>
    public static List<Trial> WithShownDislikes(Pages pages, List<Trial> trials, int dislikes, Func<Trial, float[]> rank) =>
        [.. trials.Select(t =>
        {
            var scores = rank(t);
            return t with
            {
                Dislikes = [.. Enumerable.Range(0, scores.Length).Where(p => !pages.Has[t.Page][p]).OrderByDescending(p => scores[p])
                    .Take(dislikes)],
            };
        })];

    private static int Seed(int page, int kind, int draw) => (((page * 10_007) + kind) * 10_007) + draw;

    private static int[] Draw(int[] from, int count, int seed)
    {
        var random = new Random(seed);
        var left = (int[])from.Clone();
        for (var i = 0; i < count; i++)
        {
            var other = random.Next(i, left.Length);
            (left[i], left[other]) = (left[other], left[i]);
        }

        return left[..count];
    }
}
