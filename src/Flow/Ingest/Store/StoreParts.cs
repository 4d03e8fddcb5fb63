using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Ingest.Store;

/// <summary>Stores a digest part by part, several at a time, and notes how far it came: what an earlier run of the same content has stored
/// is passed over.</summary>
/// <param name="store">Stores some entries, told whether they are likely new, and returns the papers that this digest brought first.
/// Called for several parts at once.</param>
public sealed class StoreParts(
    DigestRows rows, Digest digest, Func<IReadOnlyList<Entry>, bool, Task<IReadOnlyList<PaperId>>> store, TimeProvider clock)
        : IEntryParts, IAsyncDisposable
{
    /// <summary>Parts in flight; with the size of a part, this bounds memory.</summary>
    private const int Parallel = 4;

    /// <summary>At most this often the row is written; so much at most is stored again after a stop.</summary>
    public static readonly TimeSpan NoteEvery = TimeSpan.FromSeconds(5);

    private readonly Queue<(int Entries, Task<IReadOnlyList<PaperId>> Storing)> _inFlight = new();
    private readonly HashSet<PaperId> _fresh = [];
    private DateTimeOffset _noted = clock.GetUtcNow();
    private int _seen;

    /// <summary>Whether this digest brought all papers of the last part first: then those of the next are likely new, but where it is read
    /// again.</summary>
    private bool _areNew;

    /// <summary>Entries from the start that are stored.</summary>
    private int _stored = digest.Progress?.Entries ?? 0;

    public int NewPapers => (digest.Progress?.NewPapers ?? 0) + _fresh.Count;

    /// <summary>Starts to store the next part, once there is room for it.</summary>
    /// <exception cref="BlobChangedException">Other content has taken over.</exception>
    public async Task AddAsync(IReadOnlyList<Entry> part, CancellationToken cancellationToken)
    {
        _seen += part.Count;
        if (_seen <= digest.Progress?.Entries)
        {
            return;
        }

        if (_inFlight.Count == Parallel)
        {
            await FinishOneAsync(cancellationToken);
        }

        _inFlight.Enqueue((part.Count, store(part, _areNew)));
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        while (_inFlight.Count > 0)
        {
            await FinishOneAsync(cancellationToken);
        }
    }

    /// <summary>After a failure, waits for what is still being stored, so that nothing is written behind the back of whoever comes
    /// next.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_inFlight.Select(p => p.Storing)).ContinueWith(_ => { }, TaskScheduler.Default);

    private async Task FinishOneAsync(CancellationToken cancellationToken)
    {
        var (entries, storing) = _inFlight.Peek();
        var fresh = await storing;
        _fresh.UnionWith(fresh);
        _areNew = fresh.Count == entries;
        _inFlight.Dequeue();
        _stored += entries;
        if (clock.GetUtcNow() - _noted < NoteEvery)
        {
            return;
        }

        if (!await rows.NoteProgressAsync(digest, _stored, NewPapers, cancellationToken))
        {
            throw new BlobChangedException(digest.Name);
        }

        _noted = clock.GetUtcNow();
    }
}
