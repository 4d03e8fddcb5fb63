namespace PaperFunctions.Formats.Arxiv;

/// <summary>What tells arXiv's own feeds from others.</summary>
internal static class ArxivDetector
{
    /// <summary>Whether the start of a feed says that arXiv made it.</summary>
    public static bool IsArxivFeed(string head)
    {
        var start = head.AsSpan(0, Math.Min(head.Length, 6000));
        return start.Contains("arxiv.org/schemas/", StringComparison.OrdinalIgnoreCase)
            || start.Contains("arxiv.org/api/", StringComparison.OrdinalIgnoreCase)
            || start.Contains("oai:arXiv.org:", StringComparison.OrdinalIgnoreCase)
            || start.Contains("updates on arXiv.org", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<id>http://arxiv.org/abs/", StringComparison.OrdinalIgnoreCase);
    }
}
