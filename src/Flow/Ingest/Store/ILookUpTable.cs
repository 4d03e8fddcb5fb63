using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Papers that are still to be looked up, and catalogues that must not be asked for a while.</summary>
public interface ILookUpTable
{
    /// <summary>Notes papers as due now; one that is noted already stays as it is.</summary>
    Task AddAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken);

    /// <summary>Those that are due, oldest first.</summary>
    Task<IReadOnlyList<LookUpDue>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>How many are due now, and how many later.</summary>
    Task<(int Now, int Later)> CountAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes that a paper is due later.</summary>
    Task PostponeAsync(LookUpDue due, CancellationToken cancellationToken);

    Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken);

    /// <summary>All pauses, those included that are over.</summary>
    Task<IReadOnlyList<LookUpPause>> PausesAsync(CancellationToken cancellationToken);

    Task PutPauseAsync(LookUpPause pause, CancellationToken cancellationToken);

    Task RemovePauseAsync(string service, CancellationToken cancellationToken);
}

/// <param name="Attempts">How often all services were asked.</param>
public sealed record LookUpDue(PaperId Paper, DateTimeOffset At, int Attempts)
{
    /// <summary>Names of the services that have answered since, while another one could not be asked.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Whether a paper is one to look up: nothing names it but its title, or nothing but its id.</summary>
    public static bool Wants(Paper paper) => paper.TitleIsId
        || (paper.ArxivId is null && paper.Doi is null && VenueAddress.Of(paper) is null);
}

/// <summary>A catalogue that could not be asked.</summary>
/// <param name="Service">As the setting names it.</param>
/// <param name="Until">Not asked before, UTC.</param>
/// <param name="Failures">In a row.</param>
/// <param name="Reason">A sentence for the operator.</param>
public sealed record LookUpPause(string Service, DateTimeOffset Until, int Failures, string Reason);
