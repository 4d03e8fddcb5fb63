using PaperFunctions.Formats.Detection;
using PaperFunctions.Formats.Shared.Input;

namespace PaperFunctions.Formats;

/// <summary>Bytes to entries: decides the format by the content, then reads it as a stream.</summary>
public static class DigestReader
{
    /// <summary>The formats that are known, in the order that settles ties.</summary>
    public static IReadOnlyList<IDigestFormat> Formats => FormatRegistry.All;

    /// <summary>Looks at the start of the content and decides the format; reads no further until entries are asked for.</summary>
    /// <remarks>UTF-16 and UTF-32 are turned into UTF-8 here and byte-order marks are dropped, so formats see neither.
    /// The stream stays open and belongs to the caller. Only failures of the stream itself are thrown.</remarks>
    public static async Task<DigestReading> OpenAsync(
        Stream content, DigestSource source, CancellationToken cancellationToken = default)
    {
        var counted = new CountedStream(content);
        var opened = await OpenedContent.OpenAsync(counted, cancellationToken);
        var choice = await FormatChoice.MakeAsync(opened.Head, source, cancellationToken);
        return new DigestReading(counted, opened, source, choice);
    }
}
