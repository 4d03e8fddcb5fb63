namespace PaperFunctions.Ranking.Topics;

/// <summary>The candidates that have words of a topic.</summary>
/// <param name="Words">The topic's words and how papers write them.</param>
/// <param name="Found">In the order of the candidates.</param>
internal sealed record TopicMatches(TopicWords Words, TopicMatch[] Found)
{
    /// <summary>What one candidate has of the topic; null for nothing.</summary>
    public TopicMatch? In(int paper)
    {
        var at = Array.BinarySearch(Found, new TopicMatch(paper, default), ByPaper);
        return at < 0 ? null : Found[at];
    }

    private static readonly IComparer<TopicMatch> ByPaper = Comparer<TopicMatch>.Create((a, b) => a.Paper.CompareTo(b.Paper));
}

/// <param name="Evidence">What it has.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TopicMatch(int Paper, TopicEvidence Evidence);
