using System.Buffers;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Content that is no text: a known kind of file, or control characters that no text has.</summary>
internal static class BinaryContent
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    /// <summary>How these files start, and what they are called.</summary>
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("%PDF-"u8.ToArray(), "PDF"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "An old Word, Excel or PowerPoint file"),
        ([0x89, 0x50, 0x4E, 0x47], "An image"),
        ([0xFF, 0xD8, 0xFF], "An image"),
        ("GIF8"u8.ToArray(), "An image"),
        ([0x49, 0x49, 0x2A, 0x00], "An image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "An image"),
        ([0x37, 0x7A, 0xBC, 0xAF], "A 7z archive"),
        ("Rar!"u8.ToArray(), "A RAR archive"),
    ];

    /// <summary>A kind of file that is never read, whatever its name says.</summary>
    public static Problem? FindKnown(DigestHead head)
    {
        foreach (var (start, name) in Known)
        {
            if (head.Bytes.Span.StartsWith(start))
            {
                return Refusal(name);
            }
        }

        return IsWebp(head.Bytes.Span) ? Refusal("An image") : null;
    }

    /// <summary>Says that a kind of file is not read, and what to drop in its place.</summary>
    public static Problem Refusal(string name) =>
        new(0, $"{name} is not read: drop the list, not the paper. Lists are text, HTML, mail, feeds, reference exports, or .gz and "
            + ".zip of these.");

    public static Problem? Find(DigestHead head)
    {
        var at = head.Bytes.Span.IndexOfAny(Controls);
        return at >= 0
            ? new Problem(1,
                "The file is binary, not text (first control character at this byte). Drop text, HTML, mail, feeds, reference exports, "
                + ".gz or .zip.", null, at)
            : null;
    }

    private static bool IsWebp(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8);
}
