namespace PaperFunctions.Ranking.Text;

/// <summary>The stemmed words of a text without stop words.</summary>
internal static class Stems
{
    /// <summary>All stems in the order of the text.</summary>
    public static List<string> Of(string text)
    {
        var stems = new List<string>();
        var reader = new WordReader(text, stackalloc char[WordReader.MaxLength]);
        while (reader.MoveNext())
        {
            if (!StopWords.Contains(reader.Current))
            {
                stems.Add(reader.Current[..Stemmer.Stem(reader.Current)].ToString());
            }
        }

        return stems;
    }

    /// <summary>How often each stem occurs.</summary>
    public static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in Of(text))
        {
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        return counts;
    }
}
