using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Votes;

/// <summary>Sets aside votes that no person casts: many papers of one edition within seconds, or all of a short one at once.</summary>
/// <remarks>Following a link changes nothing, but some mail scanners also press buttons. They do it to all links at once;
/// a person opens a page and presses a button for each. An edition of one paper shows no difference.</remarks>
public static class VoteBursts
{
    /// <summary>Votes from one edition within <see cref="Window"/> that make a burst.</summary>
    public const int Size = 4;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>All papers of an edition of fewer than <see cref="Size"/> within this time make one too: nobody opens two pages and decides
    /// so fast.</summary>
    public static readonly TimeSpan ShortWindow = TimeSpan.FromSeconds(3);

    public static IEnumerable<Vote> Without(IEnumerable<Vote> votes) =>
        votes.GroupBy(v => v.EditionDay).SelectMany(edition => edition.Key == 0 ? edition : Calm([.. edition.OrderBy(v => v.At)]));

    private static IEnumerable<Vote> Calm(List<Vote> votes) => votes.Max(v => v.EditionPapers) is > 1 and < Size and var all
        ? Calm(votes, all, ShortWindow)
        : Calm(votes, Size, Window);

    private static IEnumerable<Vote> Calm(List<Vote> votes, int size, TimeSpan window)
    {
        var burst = new bool[votes.Count];
        for (var (first, last) = (0, 0); last < votes.Count; last++)
        {
            while (votes[last].At - votes[first].At > window)
            {
                first++;
            }

            if (last - first + 1 >= size)
            {
                Array.Fill(burst, true, first, last - first + 1);
            }
        }

        return votes.Where((_, i) => !burst[i]);
    }
}
