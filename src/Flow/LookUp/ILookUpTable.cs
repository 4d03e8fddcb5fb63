using PaperFunctions.Papers;

namespace PaperFunctions.Flow.LookUp;

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
public sealed record LookUpDue(PaperId Paper, DateTimeOffset At, int Attempts);
