namespace PaperFunctions.Flow.Queues;

/// <summary>Work that failed is put off: sent again as a new message that is shown later, so that the host does not count it as a message
/// that nobody can handle.</summary>
public static class PutOff
{
    /// <summary>About a day, with the pauses of <see cref="Delay"/>.</summary>
    private const int MostForOutages = 150;

    /// <summary>About half an hour. What fails for other reasons is then left to the host, which puts it aside for the operator.</summary>
    private const int MostForOthers = 6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    /// <summary>Whether a message that failed so often before, from 0, is worth another try.</summary>
    public static bool IsWorth(Exception failure, int tries) => tries < (IsOutage(failure) ? MostForOutages : MostForOthers);

    /// <summary>The pause after so many failures, from 0: 2 seconds, then four times as long each time, at most 8 minutes.</summary>
    public static TimeSpan Delay(int tries) =>
        tries > 8 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (2 * tries)));

    /// <summary>A service did not answer, or said no for now: the work itself is not at fault.</summary>
    private static bool IsOutage(Exception failure) =>
        failure is IOException or HttpRequestException or TimeoutException or OperationCanceledException;
}
