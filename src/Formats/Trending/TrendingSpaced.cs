namespace PaperFunctions.Formats.Trending;

/// <summary>The trending page copied as text with blank lines between: "new", promotion, "Subscribe",
/// byline, a date without a year.</summary>
public sealed class TrendingSpaced : IDigestFormat
{
    public string Name => "trending-spaced";

    public double Recognise(DigestHead head) => TrendingDetector.Of(head) switch
    {
        { Promoted: true, LoneSubscribe: true } => 0.99,
        { LoneSubscribe: true, Byline: true } => 0.9,
        { Promoted: true, HeadOnly: true, Spaced: true, GluedSubscribe: false } => 0.85,
        { Promoted: true } => 0.3,
        _ => 0,
    };

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        TrendingPage.ReadAsync(content, source, mayBeSpaced: true, cancellationToken);
}
