using Azure;
using Azure.Data.Tables;
using PaperFunctions.Flow.Match;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Votes: partition = subscriber id, row = paper id.</summary>
public sealed class VoteTable(TableServiceClient service) : IVoteTable
{
    private readonly TableClient _table = service.GetTableClient(TableNames.Votes);

    public Task PutAsync(string subscriberId, Vote vote, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(
            new TableEntity(Rows.Key(subscriberId), Rows.Key(vote.Paper.Value)) { ["Value"] = vote.Value, ["At"] = vote.At, ["EditionDay"] = vote.EditionDay },
            TableUpdateMode.Replace, cancellation);

    public Task RemoveAsync(string subscriberId, PaperId paper, CancellationToken cancellation) =>
        _table.RemoveAsync(subscriberId, paper.Value, ETag.All, cancellation);

    public Task RemoveAllAsync(string subscriberId, CancellationToken cancellation) =>
        _table.RemoveAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {subscriberId}"), cancellation);

    public IAsyncEnumerable<Vote> ReadAsync(string subscriberId, CancellationToken cancellation) =>
        _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {subscriberId}"), cancellationToken: cancellation)
            .Select(e => new Vote(new PaperId(e.RowKey), e.GetInt32("Value") ?? 0, e.GetDateTimeOffset("At") ?? default, e.GetInt32("EditionDay") ?? 0));
}
