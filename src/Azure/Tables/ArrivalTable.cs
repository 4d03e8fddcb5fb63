using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Arrivals: partition = UTC day of the arrival, row = time of day and paper id.</summary>
public sealed class ArrivalTable(TableServiceClient service) : IArrivalTable
{
    private const int ParallelReads = 32;

    private static readonly string[] KeyColumns = ["PartitionKey", "RowKey"];

    private readonly TableClient _table = service.GetTableClient(TableNames.Arrivals);

    public Task PutAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken) =>
        _table.SubmitAsync(
            papers.Select(p => new TableTransactionAction(TableTransactionActionType.UpsertReplace, StoredPapers.Fill(NewEntity(p), p))),
            cancellationToken);

    public async Task<IReadOnlySet<PaperId>> FindAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<PaperId, bool>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(papers, options, async (paper, token) =>
        {
            if ((await _table.GetEntityIfExistsAsync<TableEntity>(Day(paper.ArrivedAt), RowKey(paper), KeyColumns, token)).HasValue)
            {
                found[paper.Id] = true;
            }
        });
        return found.Keys.ToHashSet();
    }

    public async Task RemoveAsync(IReadOnlyCollection<StoredPaper> papers, CancellationToken cancellationToken)
    {
        foreach (var paper in papers)
        {
            await _table.RemoveAsync(Day(paper.ArrivedAt), RowKey(paper), ETag.All, cancellationToken);
        }
    }

    public async IAsyncEnumerable<StoredPaper> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = from.UtcDateTime.Date; day <= to.UtcDateTime.Date; day = day.AddDays(1))
        {
            var start = day == from.UtcDateTime.Date ? Time(from) : "";
            var end = day == to.UtcDateTime.Date ? Time(to) : "~";
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {Day(new DateTimeOffset(day, TimeSpan.Zero))} and RowKey ge {start} and RowKey lt {end}");
            await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                yield return StoredPapers.Read(entity, new PaperId(entity.RowKey[(Time(from).Length + 1)..]));
            }
        }
    }

    public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken) =>
        _table.RemoveAllAsync(TableClient.CreateQueryFilter($"PartitionKey lt {before.ToString("yyyy-MM-dd")}"), cancellationToken);

    private static TableEntity NewEntity(StoredPaper paper) => new(Day(paper.ArrivedAt), RowKey(paper));

    private static string RowKey(StoredPaper paper) => $"{Time(paper.ArrivedAt)}-{paper.Id}";

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd");

    /// <summary>Time of day to 100 ns; sorts as text.</summary>
    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("HHmmssfffffff");
}
