namespace PaperFunctions.Papers;

/// <summary>Compares lists of authors; sources order and shorten names differently.</summary>
public static class AuthorNames
{
    /// <summary>Whether two lists share a family name; null where one of them is empty.</summary>
    public static bool? Share(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == 0 || b.Count == 0 ? null : a.Select(FamilyName).Intersect(b.Select(FamilyName)).Any();

    private static string FamilyName(string author) => TitleKey.Of(author.Split(' ')[^1]);
}
