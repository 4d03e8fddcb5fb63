using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Match;

/// <summary>Tells papers that came in under two titles: a work whose title was changed keeps its abstract.</summary>
public static class SameAbstract
{
    /// <summary>Letters and digits of an abstract that no other work starts with.</summary>
    private const int Opening = 200;

    /// <summary>What two records of one work share: the opening of the abstract; where that is short, the id, which no other has.</summary>
    public static string KeyOf(StoredPaper paper)
    {
        var text = paper.Paper.Abstract;
        var opening = TitleKey.Of(text[..Math.Min(text.Length, 2 * Opening)]);
        return opening.Length >= Opening ? opening[..Opening] : paper.Id.Value;
    }
}
