namespace PaperFunctions.Benchmarks.Ranking;

/// <summary>Something that orders all papers for a trial.</summary>
internal interface IRanker
{
    string Name { get; }

    /// <returns>A score for each paper, higher is better; null if it cannot answer such a trial.</returns>
    float[]? Score(Trial trial);
}
