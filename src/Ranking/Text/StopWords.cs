namespace PaperFunctions.Ranking.Text;

/// <summary>English words that say nothing of a subject.</summary>
internal static class StopWords
{
    private const string List = """
        a about above across after again against all almost alone along already also although always am among an and another any are
        around as at be became because become becomes been before behind being below between beyond both but by can cannot could did
        do does doing done down due during each either else enough etc even ever every few for from further get gets give given
        gives had has have having he hence her here hers herself him himself his how however ie if in indeed instead into is it its
        itself just keep least less let like made make makes many may me might more moreover most mostly much must my namely neither
        nevertheless no nor not nothing now of off often on once one only onto or other others otherwise our ours out over own per
        perhaps quite rather re really same see seem seems seen several shall she should since so some still such than that the
        their theirs them themselves then there thereby therefore these they this those though through throughout thus to together
        too toward towards two under until up upon us use used using very via was we well were what whatever when where whereas
        whether which while who whole whom whose why will with within without would yet you your yours
        """;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        new HashSet<string>(List.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
