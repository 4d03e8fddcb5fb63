using System.Collections.Frozen;
using System.Globalization;

namespace PaperFunctions.Formats.Shared.Evidence;

/// <summary>Words as names have them, told without patterns: this is asked of nearly every line of a list.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        Lookup("van von der den de del della di da dos la le al el bin ibn ter ten du y i e do das af zu zum vom op");

    /// <summary>Small words that stand between names, or in notes that are no part of a name: "et al.", "(3 more authors)".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Between =
        Lookup("and et al more author authors contribution");

    /// <summary>Whether a word can stand in a name: it has a capital first and then letters or signs of
    /// names, or it is a particle such as "van".</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !char.IsUpper(word[0]))
        {
            return Particles.Contains(word);
        }

        foreach (var c in word[1..])
        {
            if (!char.IsLetter(c) && c is not ('\'' or '’' or '.' or '-') && !IsMark(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>False where one of the first words shows that a text does not consist of names: it
    /// starts small, and no name has it.</summary>
    /// <param name="words">How many words are looked at; what starts with no letter is not counted.</param>
    public static bool MayBeAll(ReadOnlySpan<char> text, int words = int.MaxValue)
    {
        while (words > 0 && !(text = text.TrimStart()).IsEmpty)
        {
            var letters = 0;
            while (letters < text.Length && char.IsLetter(text[letters]))
            {
                letters++;
            }

            if (letters > 1 && char.IsLower(text[0]) && !Particles.Contains(text[..letters]) && !Between.Contains(text[..letters]))
            {
                return false;
            }

            words -= letters > 0 ? 1 : 0;
            var end = text.IndexOf(' ');
            text = end < 0 ? default : text[end..];
        }

        return true;
    }

    private static bool IsMark(char c) =>
        c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
