namespace PaperFunctions.Formats.Trending;

/// <summary>The trending page copied as text: promotion lines, "Subscribe" glued to the first title, a
/// line for each title and abstract.</summary>
public sealed class TrendingInline : IDigestFormat
{
    public string Name => "trending-inline";

    public double Recognise(DigestHead head) => TrendingDetector.Of(head) switch
    {
        { Promoted: true, GluedSubscribe: true } => 0.99,
        { Promoted: true, HeadOnly: true, Spaced: false } => 0.85,
        { Promoted: true } => 0.3,
        _ => 0,
    };

    public IAsyncEnumerable<DigestItem> ReadAsync(Stream content, DigestSource source, CancellationToken cancellationToken) =>
        TrendingPage.ReadAsync(content, source, mayBeSpaced: false, cancellationToken);
}
