using Microsoft.Extensions.Logging;
using PaperFunctions.Ranking;

namespace PaperFunctions.Flow.Ingest.Statistics;

/// <summary>The newest corpus model; read again when a newer one is there.</summary>
public sealed partial class CorpusModels(IModelBlobs blobs, TimeProvider clock, ILogger<CorpusModels> logger) : IDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (CorpusModel? Model, string? Version, DateTimeOffset CheckedAt) _current;

    /// <summary>The model to rank with, or null if none was built yet.</summary>
    public async Task<CorpusModel?> CurrentAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (now - _current.CheckedAt >= CheckEvery)
            {
                _current = await blobs.ReadIfNewerAsync(_current.Version, cancellationToken) is { } newer
                    ? (Load(newer), newer.Version, now)
                    : (_current.Model, _current.Version, now);
            }

            return _current.Model;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A model of another version, or a torn one, must not stop the mail: ranking goes on without, and the next night writes a new
    /// one.</summary>
    private CorpusModel? Load(ModelBlob blob)
    {
        try
        {
            return CorpusModel.Load(blob.Content);
        }
        catch (InvalidDataException e)
        {
            Log.Unusable(logger, e.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 5001, Level = LogLevel.Warning, Message = "The corpus model cannot be used, ranking goes on without: {Reason}")]
        public static partial void Unusable(ILogger logger, string reason);
    }

    public void Dispose() => _gate.Dispose();
}
