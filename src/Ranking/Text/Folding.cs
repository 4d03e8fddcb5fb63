namespace PaperFunctions.Ranking.Text;

/// <summary>One character at a time to the form that words are compared in: lower case, no accents, no full width.</summary>
/// <remarks>A table of its own, because normalisation does nothing under invariant globalisation.</remarks>
internal static class Folding
{
    // U+00C0 to U+017F; a space where the character is no letter.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhh"
        + "iiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static char Fold(char c)
    {
        if (c < 0x80)
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        if (c is >= '\u00C0' and <= '\u017F')
        {
            return Latin[c - '\u00C0'];
        }

        return c is >= '\uFF01' and <= '\uFF5E' ? Fold((char)(c - 0xFEE0)) : char.ToLowerInvariant(c);
    }

    /// <summary>Whether the script writes words without spaces between them.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
