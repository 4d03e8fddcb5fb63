using System.Buffers;
using System.Globalization;
using System.Text;
using PaperFunctions.Papers;

namespace PaperFunctions.Ranking.Text;

/// <summary>Characters in the form that words are compared in: lower case, no accents, no full width, Greek letters spelled out; as titles
/// are, by <see cref="FoldTable"/>.</summary>
internal static class Folding
{
    /// <summary>Most characters that one becomes.</summary>
    public const int Longest = FoldTable.Longest;

    /// <summary>Folds the character at a place and moves on behind it.</summary>
    /// <param name="folded">Room for <see cref="Longest"/>.</param>
    /// <returns>How many characters it became: 0 for an accent that follows its letter; a space where it is no character at all.</returns>
    public static int Next(ReadOnlySpan<char> text, ref int at, Span<char> folded)
    {
        var c = text[at];
        if (c < 0x80 || IsUnspaced(c))
        {
            at++;
            folded[0] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            return 1;
        }

        var valid = Rune.DecodeFromUtf16(text[at..], out var rune, out var units) == OperationStatus.Done;
        at += units;
        if (valid && FoldTable.TryFold(rune.Value, out var form))
        {
            form.CopyTo(folded);
            return form.Length;
        }

        if (valid
            && (FoldTable.IsMark(rune.Value) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark))
        {
            return 0;
        }

        folded[0] = valid && rune.IsBmp ? char.ToLowerInvariant((char)rune.Value) : ' ';
        return 1;
    }

    /// <summary>Whether the script writes words without spaces between them.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
