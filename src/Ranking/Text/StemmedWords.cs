namespace PaperFunctions.Ranking.Text;

/// <summary>Lists of words, as stems to look up.</summary>
internal static class StemmedWords
{
    /// <param name="list">Words between spaces and line ends, in lower case.</param>
    public static HashSet<string> Of(string list)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = word.ToCharArray();
            stems.Add(new string(letters, 0, Stemmer.Stem(letters)));
        }

        return stems;
    }
}
