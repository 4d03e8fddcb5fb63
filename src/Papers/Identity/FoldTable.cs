using System.Collections.Frozen;
using System.Globalization;

namespace PaperFunctions.Papers;

/// <summary>What a character is when case, accents and presentation are taken away: <c>É</c> is <c>e</c>, <c>ﬁ</c> is <c>fi</c>, <c>α</c>
/// is <c>alpha</c>.</summary>
/// <remarks>A table of our own because without ICU (InvariantGlobalization) the runtime does no compatibility normalisation.</remarks>
public static partial class FoldTable
{
    /// <summary>One character folds to at most this many ("infinity", "omicron").</summary>
    public const int Longest = 8;

    private static readonly FrozenDictionary<int, string> Folds = Data
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(item => item.Split(':', 2))
        .ToFrozenDictionary(item => int.Parse(item[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), item => item[1]);

    /// <param name="folded">Letters, digits and signs, in lower case.</param>
    /// <returns>False for a character that stays as it is but for its case.</returns>
    public static bool TryFold(int codePoint, out ReadOnlySpan<char> folded)
    {
        var found = Folds.TryGetValue(codePoint, out var text);
        folded = text;
        return found;
    }

    /// <summary>Accents that follow their letter.</summary>
    public static bool IsMark(int codePoint) => codePoint is
        (>= 0x300 and <= 0x36F) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF)
        or (>= 0xFE00 and <= 0xFE2F);
}
