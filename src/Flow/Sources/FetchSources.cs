using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Flow.Sources;

/// <summary>Fetches the sources that are due, and drops what is new as digests: <c>sources/NAME/DATE.ext</c>.</summary>
/// <remarks>A source is claimed in its row before it is asked, so two instances never ask at once; where a run stops in between, it is
/// due again after <see cref="Lease"/>.</remarks>
public sealed partial class FetchSources(
    ISourceTable table, ISourceClient client, IOperatorStorage storage, IOptions<SourceOptions> options, TimeProvider clock,
    ILogger<FetchSources> logger)
{
    /// <summary>Larger answers are refused, in bytes after unpacking.</summary>
    private const int MaxBytes = 16 << 20;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeastPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private IReadOnlyList<Source> Sources => SourceList.Parse(options.Value.List);

    /// <summary>All sources that are due, one after the other.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => FlowActivity.StepAsync("sources", [], async _ =>
    {
        foreach (var source in Sources)
        {
            var row = await RowAsync(source, cancellationToken);
            if (!row.Value.IsPaused && row.Value.Next <= clock.GetUtcNow())
            {
                await FetchAsync(source, row, cancellationToken);
            }
        }
    });

    /// <summary>The state of each source that is set, in the order of the setting.</summary>
    public async Task<IReadOnlyList<SourceState>> ListAsync(CancellationToken cancellationToken)
    {
        var states = new List<SourceState>();
        foreach (var source in Sources)
        {
            states.Add((await RowAsync(source, cancellationToken)).Value);
        }

        return states;
    }

    /// <summary>Fetches one source now, paused or not.</summary>
    /// <returns>What came of it, or null where there is no such source, or another run fetches it at this moment.</returns>
    public async Task<SourceState?> FetchNowAsync(string name, CancellationToken cancellationToken) =>
        Find(name) is { } source ? await FetchAsync(source, await RowAsync(source, cancellationToken), cancellationToken) : null;

    /// <returns>The source as it is afterwards, or null where there is no such source.</returns>
    public async Task<SourceState?> PauseAsync(string name, bool isPaused, CancellationToken cancellationToken)
    {
        if (Find(name) is not { } source)
        {
            return null;
        }

        var row = await RowAsync(source, cancellationToken);
        var saved = await table.UpdateAsync(
            name, row, state =>
                state! with { IsPaused = isPaused, Next = isPaused ? state.Next : source.Next(clock.GetUtcNow()) }, cancellationToken);
        return saved?.Value;
    }

    private Source? Find(string name) => Sources.FirstOrDefault(source => source.Name == name);

    /// <summary>The source's row. A new source, or one with another address than before, is due at once
    /// and has nothing to compare with.</summary>
    private async Task<Versioned<SourceState>> RowAsync(Source source, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(source.Name, cancellationToken);
        return row?.Value.Address == source.Address.AbsoluteUri
            ? row
            : new Versioned<SourceState>(new SourceState { Name = source.Name, Address = source.Address.AbsoluteUri,
                Next = clock.GetUtcNow() }, row?.Version);
    }

    private async Task<SourceState?> FetchAsync(Source source, Versioned<SourceState> row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await table.TrySaveAsync(row with { Value = row.Value with { Next = now + Lease } }, cancellationToken) is not { } claimed)
        {
            return null;
        }

        var state = await AskAsync(source, row.Value with { LastFetch = now }, cancellationToken);
        await table.TrySaveAsync(claimed with { Value = state }, cancellationToken);
        return state;
    }

    private async Task<SourceState> AskAsync(Source source, SourceState state, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.GetAsync(source.Address, state, MaxBytes, cancellationToken);
            var after = state
                with { Error = null, Failures = 0, Next = source.Next(state.LastFetch!.Value), Outcome = SourceOutcome.Unchanged };
            return answer is null ? after : await DropAsync(source, after, answer, cancellationToken);
        }
        catch (SourceException e)
        {
            Log.Failed(logger, source.Name, e.Message);
            return state
                with { Outcome = SourceOutcome.Failed, Error = e.Message, Failures = state.Failures + 1, Next = clock.GetUtcNow()
                    + PauseAfter(state, e) };
        }
    }

    private async Task<SourceState> DropAsync(Source source, SourceState state, SourceAnswer answer, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(answer.Body));
        var after = state with { ETag = answer.ETag, LastModified = answer.LastModified };
        if (hash == state.ContentHash || EmptyAnswer.Is(answer.Body))
        {
            return after;
        }

        var name = SourceDigest.NameOf(source, state.LastFetch!.Value, answer.MediaType);
        using var body = new MemoryStream(answer.Body, writable: false);
        await storage.UploadAsync(name, body, cancellationToken);
        Log.Fetched(logger, source.Name, name, answer.Body.Length);
        return after with { Outcome = SourceOutcome.Fetched, Digest = name, ContentHash = hash };
    }

    /// <summary>An hour after the first failure, then twice as long each time, a day at most; longer
    /// where the server asks for it.</summary>
    private static TimeSpan PauseAfter(SourceState before, SourceException e)
    {
        var pause = LeastPause * Math.Pow(2, Math.Min(before.Failures, 5));
        var asked = e.RetryAfter ?? TimeSpan.Zero;
        return asked > pause ? asked : pause < LongestPause ? pause : LongestPause;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1101, Level = LogLevel.Information, Message = "Source {Source} fetched as {Digest}, {Bytes} bytes")]
        public static partial void Fetched(ILogger logger, string source, string digest, int bytes);

        [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "Source {Source} could not be fetched: {Reason}")]
        public static partial void Failed(ILogger logger, string source, string reason);
    }
}
