namespace PaperFunctions.Benchmarks.Ranking.Peers;

internal sealed class RandomOrder(Pages pages) : IRanker
{
    public string Name => "random";

    public float[] Score(Trial trial)
    {
        var random = new Random((trial.Page * 1009) + trial.Likes.Sum() + trial.Likes.Length);
        return [.. pages.Papers.Select(_ => random.NextSingle())];
    }
}

internal sealed class NewestFirst(Pages pages) : IRanker
{
    public string Name => "newest first";

    public float[] Score(Trial trial)
    {
        var oldest = pages.Papers.Min(p => p.FirstSeen);
        return [.. pages.Papers.Select(p => (float)(p.FirstSeen - oldest).TotalSeconds)];
    }
}
