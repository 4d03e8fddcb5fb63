using PaperFunctions.Flow.Ingest.Store;

namespace PaperFunctions.Flow.LookUp;

/// <summary>Leaves catalogues alone that are down or ask for time, over all runs.</summary>
public sealed class LookUpPauses(ILookUpTable table, TimeProvider clock)
{
    /// <summary>After the first failure where the service names no time; then twice as long each time.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(15);

    /// <summary>However often it failed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Whatever the service asks for: a time that is longer is a mistake of its clock, or of ours.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    /// <summary>The services that must not be asked now, by name.</summary>
    public async Task<IReadOnlyDictionary<string, LookUpPause>> CurrentAsync(CancellationToken cancellationToken) =>
        (await table.PausesAsync(cancellationToken)).Where(pause => pause.Until > clock.GetUtcNow()).ToDictionary(pause => pause.Service);

    /// <returns>The pause that begins now.</returns>
    public async Task<LookUpPause> BeginAsync(string service, LookUpException failure, CancellationToken cancellationToken)
    {
        var failures = (await table.PausesAsync(cancellationToken)).FirstOrDefault(pause => pause.Service == service)?.Failures ?? 0;
        var usual = First * Math.Pow(2, Math.Min(failures, 10));
        usual = usual < Longest ? usual : Longest;
        var asked = failure.RetryAfter is { } time && time < LongestAsked ? time : failure.RetryAfter is null ? TimeSpan.Zero
            : LongestAsked;
        var pause = new LookUpPause(service, clock.GetUtcNow() + (asked > usual ? asked : usual), failures + 1, failure.Message);
        await table.PutPauseAsync(pause, cancellationToken);
        return pause;
    }

    /// <summary>The service answers again: the next failure is its first.</summary>
    public async Task EndAsync(string service, CancellationToken cancellationToken)
    {
        if ((await table.PausesAsync(cancellationToken)).Any(pause => pause.Service == service))
        {
            await table.RemovePauseAsync(service, cancellationToken);
        }
    }
}
