using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Search;

/// <summary>The index of papers in Azure AI Search.</summary>
public sealed partial class PaperIndex(SearchIndexClient indexes, IOptions<PaperSearchOptions> options, ILogger<PaperIndex> logger)
    : IPaperIndex, IDisposable
{
    private readonly SearchClient _documents = indexes.GetSearchClient(options.Value.IndexName);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _ensured;

    /// <summary>Once a process: the service takes only a few index definitions a second.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_ensured)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_ensured)
            {
                var definition = PaperIndexDefinition.Create(options.Value.IndexName, options.Value.Semantic);
                await Reach(() => indexes.CreateOrUpdateIndexAsync(definition, cancellationToken: cancellationToken));
                _ensured = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<IReadOnlyList<RefusedDocument>> PushAsync(IReadOnlyList<StoredPaper> papers, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedDocument>();
        foreach (var batch in DocumentBatches.Split(papers))
        {
            var results = await PushBatchAsync(batch, cancellationToken);
            refused.AddRange(
                results.Where(r => !r.Succeeded).Select(r => new RefusedDocument(new PaperId(r.Key), r.Status, r.ErrorMessage ?? "")));
        }

        return refused;
    }

    public async Task RemoveAsync(IReadOnlyCollection<PaperId> papers, CancellationToken cancellationToken)
    {
        foreach (var chunk in papers.Chunk(DocumentBatches.MaxActions))
        {
            var results = await PushBatchAsync(
                [.. chunk.Select(id => IndexDocumentsAction.Delete(new PaperDocument { Id = id.Value }))], cancellationToken);
            if (results.FirstOrDefault(r => !r.Succeeded) is { } refused)
            {
                throw new IndexUnavailableException(
                    $"Search did not remove {refused.Key}: {refused.Status} {refused.ErrorMessage}", new IOException(refused.ErrorMessage));
            }
        }
    }

    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        AskAsync(async () => (await _documents.GetDocumentCountAsync(cancellationToken)).Value, cancellationToken);

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        SearchResults<PaperDocument> found =
            await _documents.SearchAsync<PaperDocument>(Queries.TextOf(query), Queries.OptionsOf(query, options.Value), cancellationToken);
        return await Queries.PageAsync(found, cancellationToken);
    }, cancellationToken);

    public Task<IReadOnlyList<string>> SuggestAsync(string typed, int top, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        SuggestResults<PaperDocument> found = await _documents.SuggestAsync<PaperDocument>(
            typed, PaperIndexDefinition.Suggester, Queries.SuggestionsOf(top), cancellationToken);
        return (IReadOnlyList<string>)[.. found.Results.Select(r => r.Document.Title).Distinct()];
    }, cancellationToken);

    public void Dispose() => _gate.Dispose();

    /// <summary>A batch that the service finds too large is split; each document's own status is returned.</summary>
    private async Task<IReadOnlyList<IndexingResult>> PushBatchAsync(
        List<IndexDocumentsAction<PaperDocument>> batch, CancellationToken cancellationToken)
    {
        try
        {
            return await Reach(async () =>
                (await _documents.IndexDocumentsAsync(IndexDocumentsBatch.Create([.. batch]),
                    cancellationToken: cancellationToken)).Value.Results);
        }
        catch (IndexUnavailableException e) when (e.InnerException is RequestFailedException { Status: 400 or 413 } && batch.Count > 1)
        {
            var half = batch.Count / 2;
            return
            [
                .. await PushBatchAsync([.. batch.Take(half)], cancellationToken),
                .. await PushBatchAsync([.. batch.Skip(half)], cancellationToken),
            ];
        }
        catch (IndexUnavailableException e) when (e.InnerException is RequestFailedException { Status: 404 })
        {
            _ensured = false;
            throw;
        }
    }

    /// <summary>Asks the index. Pages go on without an answer, so the outage is logged here or nobody would see it.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> query, CancellationToken cancellationToken)
    {
        try
        {
            await EnsureAsync(cancellationToken);
            return await Reach(query);
        }
        catch (IndexUnavailableException e)
        {
            Log.NoAnswer(logger, e.Message);
            throw;
        }
    }

    private async Task<T> Reach<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or HttpRequestException)
        {
            throw new IndexUnavailableException(
                $"Search at {options.Value.Endpoint} did not answer as expected: {FirstLine(e.Message)}", e);
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private static partial class Log
    {
        [LoggerMessage(EventId = 6301, Level = LogLevel.Warning, Message = "A query got no answer. {Reason}")]
        public static partial void NoAnswer(ILogger logger, string reason);
    }
}
