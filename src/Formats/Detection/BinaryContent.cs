using System.Buffers;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Content that is no text: control characters that no text has, or hardly any valid UTF-8.</summary>
internal static class BinaryContent
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    public static Problem? Find(DigestHead head)
    {
        var at = head.Bytes.Span.IndexOfAny(Controls);
        return at >= 0
            ? new Problem(1, "The file is binary, not text (first control character at this byte). Drop text, HTML, mail, feeds, reference exports, .gz or .zip.", null, at)
            : null;
    }
}
