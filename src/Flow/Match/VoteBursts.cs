using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Match;

/// <summary>Sets aside votes that no person casts: many papers of one edition within seconds.</summary>
/// <remarks>Following a link changes nothing, but some mail scanners also press buttons. They do it to all links at once;
/// a person opens a page and presses a button for each.</remarks>
public static class VoteBursts
{
    /// <summary>Votes from one edition within <see cref="Window"/> that make a burst.</summary>
    public const int Size = 4;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    public static IEnumerable<Vote> Without(IEnumerable<Vote> votes) =>
        votes.GroupBy(v => v.EditionDay).SelectMany(edition => edition.Key == 0 ? edition : Calm([.. edition.OrderBy(v => v.At)]));

    private static IEnumerable<Vote> Calm(List<Vote> votes)
    {
        var burst = new bool[votes.Count];
        for (var (first, last) = (0, 0); last < votes.Count; last++)
        {
            while (votes[last].At - votes[first].At > Window)
            {
                first++;
            }

            if (last - first + 1 >= Size)
            {
                Array.Fill(burst, true, first, last - first + 1);
            }
        }

        return votes.Where((_, i) => !burst[i]);
    }
}
