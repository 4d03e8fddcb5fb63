using System.Collections.Concurrent;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Statistics;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>Keeps what was put on the queues, in order.</summary>
public sealed class MemoryQueues : IFlowQueues, IQueueAges, IPoisonQueues
{
    public int PoisonRetries { get; private set; }

    public Task<int> RetryOnceAsync(CancellationToken cancellationToken) => Task.FromResult(PoisonRetries++);

    public List<QueueAge> Ages { get; } = [];

    public Task<IReadOnlyList<QueueAge>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<QueueAge>>(Ages);

    public List<DigestStored> Stored { get; } = [];

    public List<EditionsDue> Due { get; } = [];

    public List<(EditionsDue Message, TimeSpan Delay)> Later { get; } = [];

    public Task SendAsync(DigestStored message, CancellationToken cancellationToken) => Keep(Stored, message);

    public List<ReadAgain> Again { get; } = [];

    public Task SendAsync(ReadAgain message, CancellationToken cancellationToken) => Keep(Again, message);

    public Task SendAsync(EditionsDue message, CancellationToken cancellationToken) => Keep(Due, message);

    public List<SignUp> SignUps { get; } = [];

    public Task SendAsync(SignUp message, CancellationToken cancellationToken) => Keep(SignUps, message);

    public List<(DigestStored Message, TimeSpan Delay)> StoredLater { get; } = [];

    public List<(SignUp Message, TimeSpan Delay)> SignUpsLater { get; } = [];

    public Task SendLaterAsync(DigestStored message, TimeSpan delay, CancellationToken cancellationToken) =>
        Keep(StoredLater, (message, delay));

    public Task SendLaterAsync(SignUp message, TimeSpan delay, CancellationToken cancellationToken) => Keep(SignUpsLater, (message, delay));

    public List<PeopleBatch> People { get; } = [];

    public Task SendAsync(PeopleBatch message, CancellationToken cancellationToken) => Keep(People, message);

    public List<SignIn> SignIns { get; } = [];

    public List<(SignIn Message, TimeSpan Delay)> SignInsLater { get; } = [];

    public Task SendLaterAsync(SignIn message, TimeSpan delay, CancellationToken cancellationToken) => Keep(SignInsLater, (message, delay));

    public Task SendAsync(SignIn message, CancellationToken cancellationToken) => Keep(SignIns, message);

    public Task SendLaterAsync(EditionsDue message, TimeSpan delay, CancellationToken cancellationToken) => Keep(Later, (message, delay));

    private static Task Keep<T>(List<T> queue, T message)
    {
        lock (queue)
        {
            queue.Add(message);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Blobs with versions; an open stream fails once its version was replaced, as the service's does.</summary>
public sealed class MemoryBlobs(TimeProvider clock) : IDigestBlobs
{
    private readonly ConcurrentDictionary<string, (DigestBlob Blob, byte[] Content)> _blobs = new();
    private int _versions;

    public ConcurrentDictionary<string, Digest> Reports { get; } = new();

    /// <summary>Called before a version is opened, and before the end of its content is reported; gets its name.</summary>
    public Func<string, Task> BeforeOpen { get; set; } = _ => Task.CompletedTask;

    public Func<string, Task> BeforeEnd { get; set; } = _ => Task.CompletedTask;

    public void Put(string name, byte[] content, string? format = null) =>
        _blobs[name] = (new DigestBlob(name, $"v{Interlocked.Increment(ref _versions)}", content.Length, clock.GetUtcNow(), format),
            content);

    public void Delete(string name) => _blobs.TryRemove(name, out _);

    public Task<DigestBlob?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_blobs.TryGetValue(name, out var found) ? found.Blob : null);

    public async Task<Stream> OpenAsync(DigestBlob blob, CancellationToken cancellationToken)
    {
        await BeforeOpen(blob.Name);
        return new VersionedStream(this, blob, Current(blob));
    }

    public Task WriteReportAsync(Digest digest, CancellationToken cancellationToken)
    {
        Reports[digest.Name] = digest;
        return Task.CompletedTask;
    }

    private byte[] Current(DigestBlob blob) =>
        _blobs.TryGetValue(blob.Name, out var found) && found.Blob.Version == blob.Version
            ? found.Content
            : throw new BlobChangedException(blob.Name);

    private sealed class VersionedStream(MemoryBlobs owner, DigestBlob blob, byte[] content) : MemoryStream(content, writable: false)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == base.Length)
            {
                await owner.BeforeEnd(blob.Name);
            }

            owner.Current(blob);
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}

/// <summary>An index as a dictionary that may be down or refuse documents.</summary>
public sealed class MemoryIndex : IPaperIndex
{
    public ConcurrentDictionary<PaperId, StoredPaper> Documents { get; } = new();

    public List<int> Pushes { get; } = [];

    public bool Down { get; set; }

    /// <summary>The status that refuses this document (a removal too) at this push, from 1; null to take it.</summary>
    public Func<PaperId, int, int?> Refuse { get; set; } = (_, _) => null;

    /// <summary>Called before the documents of a push are taken.</summary>
    public Func<Task> BeforePush { get; set; } = () => Task.CompletedTask;

    public Task EnsureAsync(CancellationToken cancellationToken) =>
        Down ? throw new IndexUnavailableException("Search is down.", new IOException()) : Task.CompletedTask;

    public async Task<IReadOnlyList<RefusedDocument>> PushAsync(IReadOnlyList<StoredPaper> papers, CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        await BeforePush();
        Pushes.Add(papers.Count);
        var refused = new List<RefusedDocument>();
        foreach (var paper in papers)
        {
            Act(paper.Id, () => Documents[paper.Id] = paper);
            foreach (var former in paper.FormerIds)
            {
                Act(former, () => Documents.TryRemove(former, out _));
            }
        }

        return refused;

        void Act(PaperId id, Action act)
        {
            if (Refuse(id, Pushes.Count) is { } status)
            {
                refused.Add(new RefusedDocument(id, status, "refused by the test"));
            }
            else
            {
                act();
            }
        }
    }

    public async Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        foreach (var id in papers)
        {
            Documents.TryRemove(id, out _);
        }
    }

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult((long)Documents.Count);

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> SuggestAsync(string typed, int top, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <summary>Takes mail, or answers as planned.</summary>
public sealed class MemoryMail : IMailSender
{
    private readonly Lock _lock = new();

    public List<OutgoingMail> Sent { get; } = [];

    /// <summary>What happens to a mail, by its place among all attempts, from 1; null to accept it. May throw.</summary>
    public Func<OutgoingMail, int, SendResult?> Answer { get; set; } = (_, _) => null;

    /// <summary>Called before a mail is handed over.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    public int Attempts { get; private set; }

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await Before();
        lock (_lock)
        {
            if (Answer(mail, ++Attempts) is { } planned)
            {
                return planned;
            }

            Sent.Add(mail);
            cancellationToken.ThrowIfCancellationRequested(); // whoever stops waiting does not learn that it is sent
            return new SendResult(SendOutcome.Accepted, $"message-{Sent.Count}", null);
        }
    }
}

/// <summary>No model: rankings are made from the candidates alone.</summary>
public sealed class MemoryModels : IModelBlobs
{
    public byte[]? Model { get; private set; }

    public Task<ModelBlob?> ReadIfNewerAsync(string? version, CancellationToken cancellationToken) =>
        Task.FromResult(Model is null || version is not null ? null : new ModelBlob(new MemoryStream(Model), "1"));

    public Task WriteAsync(Action<Stream> write, CancellationToken cancellationToken)
    {
        using var to = new MemoryStream();
        write(to);
        Model = to.ToArray();
        return Task.CompletedTask;
    }
}

/// <summary>Keeps the notes about who left; copies nothing.</summary>
public sealed class MemoryBackups : IBackups
{
    /// <summary>Who left, with the state they left in; null for a deleted account.</summary>
    public ConcurrentDictionary<string, SubscriberState?> Departures { get; } = new();

    /// <summary>What a backup fails with, if anything.</summary>
    public Exception? Failure { get; set; }

    public Task<Backup> WriteAsync(CancellationToken cancellationToken) =>
        Failure is null
            ? Task.FromResult(new Backup("2026-01-01T000000Z", new Dictionary<string, long>()))
            : Task.FromException<Backup>(Failure);

    public Task<IReadOnlyList<Backup>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Backup>>([]);

    public Task NoteDepartureAsync(string subscriberId, SubscriberState? state, CancellationToken cancellationToken)
    {
        Departures[subscriberId] = state;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Subscriber> SubscribersAsync(Backup backup, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<Subscriber>();

    public Task<long> RestoreRowsAsync(Backup backup, CancellationToken cancellationToken) => Task.FromResult(0L);
}

/// <summary>Papers to look up, and catalogues to leave alone.</summary>
public sealed class MemoryLookUps : ILookUpTable
{
    public ConcurrentDictionary<string, LookUpPause> Pauses { get; } = new();

    public ConcurrentDictionary<PaperId, LookUpDue> Rows { get; } = new();

    public Task AddAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken)
    {
        foreach (var id in papers)
        {
            Rows.TryAdd(id, new LookUpDue(id, default, 0));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LookUpDue>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LookUpDue>>([.. Rows.Values.Where(d => d.At <= now).Take(most)]);

    public Task PostponeAsync(LookUpDue due, CancellationToken cancellationToken)
    {
        Rows[due.Paper] = due;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken)
    {
        foreach (var id in papers)
        {
            Rows.TryRemove(id, out _);
        }

        return Task.CompletedTask;
    }

    public Task<(int Now, int Later)> CountAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult((Rows.Values.Count(d => d.At <= now), Rows.Values.Count(d => d.At > now)));

    public Task<IReadOnlyList<LookUpPause>> PausesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LookUpPause>>([.. Pauses.Values]);

    public Task PutPauseAsync(LookUpPause pause, CancellationToken cancellationToken)
    {
        Pauses[pause.Service] = pause;
        return Task.CompletedTask;
    }

    public Task RemovePauseAsync(string service, CancellationToken cancellationToken)
    {
        Pauses.TryRemove(service, out _);
        return Task.CompletedTask;
    }
}
