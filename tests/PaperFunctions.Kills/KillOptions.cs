namespace PaperFunctions.Kills;

/// <param name="Seed">The same seed does the same things in the same order; when each takes effect is up to the machine.</param>
/// <param name="People">How many sign up.</param>
public sealed record KillOptions(int Kills, int Seed, int People)
{
    /// <summary>Lines for whoever waits.</summary>
    public Action<string>? Say { get; init; }
}

/// <summary>What was counted at the end.</summary>
/// <param name="Findings">Each broken promise, a sentence: kind, colon, what.</param>
/// <param name="Excused">Mails that came twice because a kill fell between handing over and noting.</param>
public sealed record KillResult(
    int Kills, int Digests, int Papers, int People, int Editions, int Mails, IReadOnlyList<string> Findings, IReadOnlyList<string> Excused);
