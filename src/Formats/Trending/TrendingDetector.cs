namespace PaperFunctions.Formats.Trending;

/// <summary>What the first lines of a file have of a trending page.</summary>
internal sealed record TrendingDetector
{
    /// <summary>The head lines are among these, also behind a forwarder's note or a site's menu.</summary>
    private const int LinesLookedAt = 80;

    /// <summary>Lines of a head, blank ones not counted.</summary>
    private const int LongestHead = 7;

    public bool Promoted { get; private set; }

    /// <summary>"Subscribe" with a title glued to it.</summary>
    public bool GluedSubscribe { get; private set; }

    /// <summary>"Subscribe" alone.</summary>
    public bool LoneSubscribe { get; private set; }

    public bool Byline { get; private set; }

    /// <summary>There is hardly more than a page's head has: promotion alone.</summary>
    public bool HeadOnly { get; private set; }

    /// <summary>A blank line follows the first one.</summary>
    public bool Spaced { get; private set; }

    public static TrendingDetector Of(DigestHead head)
    {
        var signs = new TrendingDetector();
        var (number, written) = (0, 0);
        foreach (var raw in head.Text.AsSpan().EnumerateLines())
        {
            if (number == LinesLookedAt)
            {
                break;
            }

            signs.Look(raw.Trim(), number++);
            written += raw.IsWhiteSpace() ? 0 : 1;
        }

        signs.HeadOnly = head.IsWhole && written <= LongestHead;

        return signs;
    }

    private void Look(ReadOnlySpan<char> line, int number)
    {
        var subscribe = line.StartsWith(TrendingHead.Subscribe) && !LoneSubscribe && !GluedSubscribe;
        Promoted |= line.StartsWith(TrendingHead.Promotion) && line.Length < TrendingHead.Promotion.Length + 20;
        LoneSubscribe |= subscribe && line.Length == TrendingHead.Subscribe.Length;
        GluedSubscribe |= subscribe && line.Length > TrendingHead.Subscribe.Length;
        Byline |= TrendingHead.IsByline(line);
        Spaced |= number == 1 && line.IsEmpty;
    }
}
