using System.Globalization;
using System.Text;

namespace PaperFunctions.Pages.Text;

/// <summary>Breaks a paragraph into lines of bounded display width.</summary>
internal static class Wrapping
{
    public static IEnumerable<string> Lines(string text, int columns)
    {
        var line = new StringBuilder();
        var width = 0;
        foreach (var (piece, spaced) in Pieces(text, columns))
        {
            var needed = DisplayWidth.Of(piece) + (spaced && width > 0 ? 1 : 0);
            if (width > 0 && width + needed > columns)
            {
                yield return line.ToString();
                line.Clear();
                width = 0;
            }

            if (spaced && width > 0)
            {
                line.Append(' ');
                width++;
            }

            line.Append(piece);
            width += DisplayWidth.Of(piece);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    /// <summary>What must stay together, and whether a space stood before it. Addresses stay whole, however long.</summary>
    private static IEnumerable<(string Piece, bool Spaced)> Pieces(string text, int columns)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (DisplayWidth.Of(word) <= columns || word.Contains("://", StringComparison.Ordinal))
            {
                yield return (word, true);
                continue;
            }

            var spaced = true;
            foreach (var part in Parts(word, columns))
            {
                yield return (part, spaced);
                spaced = false;
            }
        }
    }

    /// <summary>A word that is wider than a line: an ideograph at a time where there are any, else cut at the line's width.</summary>
    private static IEnumerable<string> Parts(string word, int columns)
    {
        var part = new StringBuilder();
        var width = 0;
        for (var i = 0; i < word.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(word.AsSpan(i));
            var element = word.Substring(i, length);
            var next = DisplayWidth.Of(element);
            if (part.Length > 0 && (next == 2 || width + next > columns))
            {
                yield return part.ToString();
                part.Clear();
                width = 0;
            }

            part.Append(element);
            width += next;
            i += length;
        }

        yield return part.ToString();
    }
}
