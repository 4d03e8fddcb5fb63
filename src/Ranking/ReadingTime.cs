using PaperFunctions.Papers;

namespace PaperFunctions.Ranking;

/// <summary>How long a paper's title and abstract take to read.</summary>
public static class ReadingTime
{
    /// <summary>Words a minute: silent reading of English prose is about 238 (Brysbaert 2019,
    /// doi:10.1016/j.jml.2019.104047); abstracts are dense.</summary>
    public const double WordsPerMinute = 200;

    /// <summary>Time for the title and the decision whether to read on.</summary>
    public const double MinutesForTitle = 0.25;

    public static double Minutes(Paper paper)
    {
        var (words, inWord) = (0, false);
        foreach (var c in paper.Abstract)
        {
            var letter = !char.IsWhiteSpace(c);
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }

        return MinutesForTitle + (words / WordsPerMinute);
    }
}
