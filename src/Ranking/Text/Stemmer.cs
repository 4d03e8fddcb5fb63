using System.Buffers;

namespace PaperFunctions.Ranking.Text;

/// <summary>Light English stemming: plurals, -ing, -ed and a last e; enough to let "models", "modelling" and "model" meet.</summary>
internal static class Stemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Changes the word in place and returns its new length, at least 3 for words of 3 characters or more.</summary>
    public static int Stem(Span<char> word)
    {
        var n = Plural(word, word.Length);
        n = Inflection(word, n);
        return n > 4 && word[n - 1] == 'e' ? n - 1 : n;
    }

    private static int Plural(Span<char> word, int n)
    {
        if (n < 4 || word[n - 1] != 's')
        {
            return n;
        }

        if (Ends(word, n, "sses"))
        {
            return n - 2;
        }

        if (n > 4 && Ends(word, n, "ies"))
        {
            word[n - 3] = 'y';
            return n - 2;
        }

        return word[n - 2] is 's' or 'u' or 'i' ? n : n - 1;
    }

    private static int Inflection(Span<char> word, int n)
    {
        var rest = Ends(word, n, "ing") ? n - 3 : Ends(word, n, "ed") ? n - 2 : n;
        if (rest == n || rest < 3 || !word[..(rest - 1)].ContainsAny(Vowels))
        {
            return n;
        }

        var last = word[rest - 1];
        var doubled = last == word[rest - 2] && last is not ('l' or 's' or 'z' or 'e' or 'o');
        return doubled && rest > 3 ? rest - 1 : rest;
    }

    private static bool Ends(ReadOnlySpan<char> word, int n, string end) => word[..n].EndsWith(end, StringComparison.Ordinal);
}
