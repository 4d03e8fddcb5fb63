using System.Globalization;
using System.Text;
using PaperFunctions.Emulators.Search.Definitions;

namespace PaperFunctions.Emulators.Search.Query;

/// <summary>Text as FTS5's query language wants it.</summary>
internal static class FtsText
{
    /// <summary>The FTS5 phrases of a word, prefix or phrase: several where the analyzer cuts the word, none if it drops it.</summary>
    public static IReadOnlyList<string> Terms(Leaf leaf, TextKind kind)
    {
        var pieces = Words(leaf.Text);
        return (leaf.Kind, pieces.Count) switch
        {
            (_, 0) => [],
            (LeafKind.Phrase, _) => [Quote(string.Join(' ', pieces))],
            (LeafKind.Prefix, _) => [.. pieces.Take(pieces.Count - 1).Select(Quote), Quote(pieces[^1]) + "*"],
            _ => [.. pieces.Where(piece => !Analyzers.IsStopWord(piece, kind)).Select(Quote)],
        };
    }

    /// <summary>Cuts as FTS5's unicode61 does: letters, digits, marks and private use stay.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsTerm(rune))
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    public static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace('\0', ' ')}\"";

    private static bool IsTerm(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
