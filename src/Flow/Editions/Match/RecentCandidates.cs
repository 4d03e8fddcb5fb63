using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Editions.Match;

/// <summary>The arrivals of the last days, prepared once for the pages that many subscribers open.</summary>
public sealed class RecentCandidates(FindCandidates find, IOptions<EditionOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Candidates? _current;

    /// <summary>At most a few minutes old.</summary>
    public async Task<Candidates> CurrentAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (_current is null || now - _current.To >= Age)
            {
                _current = await find.RunAsync(now.AddDays(-options.Value.LookBackDays), now, cancellationToken);
            }

            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
