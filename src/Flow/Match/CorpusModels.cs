using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Match;

/// <summary>The newest corpus model; read again when a newer one is there.</summary>
public sealed class CorpusModels(IModelBlobs blobs, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (CorpusModel? Model, string? Version, DateTimeOffset CheckedAt) _current;

    /// <summary>The model to rank with, or null where none was built yet.</summary>
    public async Task<CorpusModel?> CurrentAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            if (now - _current.CheckedAt >= CheckEvery)
            {
                _current = await blobs.ReadIfNewerAsync(_current.Version, cancellation) is { } newer
                    ? (CorpusModel.Load(newer.Content), newer.Version, now)
                    : (_current.Model, _current.Version, now);
            }

            return _current.Model;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
