namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Scores to chances by logistic regression fitted on other pages, and the Brier score of those chances.</summary>
/// <remarks>The log-odds are a + z (b + c ln(1 + likes) + d [phrase]), z being the score less its mean
/// over its deviation within a trial.</remarks>
internal static class Brier
{
    /// <summary>For each trial the mean squared difference between chance and truth, the chances fitted
    /// on the pages of the others.</summary>
    public static double[] HeldOut(Pages pages, IReadOnlyList<Trial> trials, IReadOnlyList<float[]> scores)
    {
        var rows = trials.Select((t, i) => Rows(pages, t, scores[i])).ToList();
        double[][] fits =
            [.. pages.Names.Select((_, held) => Logistic.Fit([.. rows.Where((_, i) => trials[i].Page != held).SelectMany(r => r)]))];
        return [.. rows.Select((r, i) =>
            r.Average(x => Math.Pow(Logistic.Chance(fits[trials[i].Page], x.Features) - (x.Relevant ? 1 : 0), 2)))];
    }

    private static List<(double[] Features, bool Relevant)> Rows(Pages pages, Trial trial, float[] scores)
    {
        int[] open = [.. Enumerable.Range(0, scores.Length).Where(i => !trial.Excludes(i))];
        var mean = open.Average(i => (double)scores[i]);
        var deviation = Math.Sqrt(open.Average(i => Math.Pow(scores[i] - mean, 2)));
        var strength = Math.Log(1 + trial.Likes.Length);
        return [.. open.Select(i =>
        {
            var z = deviation == 0 ? 0 : (scores[i] - mean) / deviation;
            return (new[] { 1, z, z * strength, trial.Phrase is null ? 0 : z }, pages.Has[trial.Page][i]);
        })];
    }
}
