namespace PaperFunctions.Ranking.Text;

/// <summary>What every abstract says of itself; these words carry no subject. Compared by stem.</summary>
internal static class Boilerplate
{
    private const string List = """
        paper propose method approach result show demonstrate novel performance experiment extensive existing previous work
        study present introduce address significant significantly improve improvement outperform various different based achieve
        effective effectively recent recently new provide include task across challenge limitation framework analysis investigate
        explore compared comparison baseline benchmark available code github publicly https research evaluate evaluation finding
        enable develop potential key problem first second finally furthermore additionally specifically respectively well known large
        high low important advance leverage
        """;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Stems = StemmedWords.Of(List)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> stem) => Stems.Contains(stem);
}
