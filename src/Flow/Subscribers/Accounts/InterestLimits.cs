using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>How much a subscriber may ask for.</summary>
public static class InterestLimits
{
    /// <summary>Interests of one kind.</summary>
    public const int MaxOfAKind = 100;

    /// <summary>UTF-16 units of one interest.</summary>
    public const int MaxLength = 120;

    /// <summary>Both lists, the same phrase once, within the limits; what was there first stays.</summary>
    public static IReadOnlyList<Interest> Union(IReadOnlyList<Interest> known, IReadOnlyList<Interest> more) =>
    [
        .. known.Concat(more.Where(i => i.Text.Length <= MaxLength && Enum.IsDefined(i.Kind)))
            .DistinctBy(i => (i.Kind, i.Text.ToUpperInvariant()))
            .GroupBy(i => i.Kind)
            .SelectMany(kind => kind.Take(MaxOfAKind)),
    ];
}
