using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Papers that are still to be looked up.</summary>
public interface ILookUpTable
{
    /// <summary>Notes papers as due now; one that is noted already stays as it is.</summary>
    Task AddAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken);

    /// <summary>Those that are due, oldest first.</summary>
    Task<IReadOnlyList<LookUpDue>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Notes that a paper is due later.</summary>
    Task PostponeAsync(LookUpDue due, CancellationToken cancellationToken);

    Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken);
}

/// <param name="Attempts">How often all services were asked.</param>
public sealed record LookUpDue(PaperId Paper, DateTimeOffset At, int Attempts)
{
    /// <summary>Whether a paper is one to look up: nothing names it but its title, or nothing but its id.</summary>
    public static bool Wants(Paper paper) =>
        paper.TitleIsId || (paper.ArxivId is null && paper.Doi is null && VenueAddress.Of(paper) is null);
}
