namespace PaperFunctions.Ranking.Text;

/// <summary>Words that count in a score but tell a reader nothing when they are alone in a reason. Compared by stem.</summary>
internal static class VagueWords
{
    private const string List = """
        ability algorithm analyse analyze application apply aspect assume base behavior behaviour capability case class complex
        component compute computational computation condition consider consumption context data dataset demand design difference
        dimension direct effect efficiency efficient element environment example experimental factor feature form function future
        general generate generation generalize gap goal head implement implementation implication information input insight instance
        instruction interest issue learn learned level line long main measure method middle model number object obtain open
        operation original output overall parameter part perform point process produce project property purpose question range rate
        reduce related release resource response role sample scale set setting short simple single size solution solve source space
        special specific standard start state step structure system target technique term test theory time tool train training type
        understand understanding unit value version way work world one two three four five six seven eight nine ten hundred thousand
        million half twice first second third hold held run ran keep kept need needed put take taken took turn look ask answer call
        come go leave left bring brought tell told say said day week month year new old small large big long good better best bad
        worse worst high low fast slow
        """;

    private static readonly HashSet<string> Stems = StemmedWords.Of(List);

    public static bool Contains(string stem) => Stems.Contains(stem);
}
