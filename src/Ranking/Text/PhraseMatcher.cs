namespace PaperFunctions.Ranking.Text;

/// <summary>Finds a phrase in texts: its words in this order, next to each other, whatever their case, accents and endings.</summary>
internal sealed class PhraseMatcher(string phrase)
{
    private readonly string _needle = Normal(phrase);

    /// <summary>True for a phrase without a letter or digit; it matches nothing.</summary>
    public bool IsEmpty => _needle.Length == 0;

    /// <param name="normal">A text as <see cref="Normal"/> returns it.</param>
    public bool In(string normal) => !IsEmpty && normal.Contains(_needle, StringComparison.Ordinal);

    /// <summary>The text as stems between spaces, stop words and single characters kept.</summary>
    public static string Normal(string text)
    {
        var normal = new System.Text.StringBuilder(text.Length + 2);
        Span<char> word = stackalloc char[WordReader.MaxLength];
        Span<char> folded = stackalloc char[Folding.Longest];
        var length = 0;
        for (var at = 0; at < text.Length;)
        {
            foreach (var c in folded[..Folding.Next(text, ref at, folded)])
            {
                if (char.IsLetterOrDigit(c) && !Folding.IsUnspaced(c))
                {
                    word[length < WordReader.MaxLength ? length++ : length - 1] = c;
                    continue;
                }

                length = Flush(normal, word[..length]);
                if (Folding.IsUnspaced(c))
                {
                    normal.Append(c);
                }
            }
        }

        Flush(normal, word[..length]);
        return normal.ToString();
    }

    private static int Flush(System.Text.StringBuilder normal, Span<char> word)
    {
        if (word.Length > 0)
        {
            normal.Append(' ').Append(word[..Stemmer.Stem(word)]).Append(' ');
        }

        return 0;
    }
}
