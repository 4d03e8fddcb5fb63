using Azure;
using Azure.Data.Tables;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table Votes: partition = subscriber id, row = paper id.</summary>
public sealed class VoteTable(TableServiceClient service) : IVoteTable
{
    private readonly TableClient _table = service.GetTableClient(TableNames.Votes);

    public Task PutAsync(string subscriberId, Vote vote, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(ToEntity(subscriberId, vote), TableUpdateMode.Replace, cancellationToken);

    public Task PutAllAsync(string subscriberId, IReadOnlyCollection<Vote> votes, CancellationToken cancellationToken) =>
        _table.SubmitAsync(
            votes.Select(v => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ToEntity(subscriberId, v))),
            cancellationToken);

    public Task RemoveAsync(string subscriberId, PaperId paper, CancellationToken cancellationToken) =>
        _table.RemoveAsync(subscriberId, paper.Value, ETag.All, cancellationToken);

    public Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken) =>
        _table.RemoveAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {subscriberId}"), cancellationToken);

    public IAsyncEnumerable<Vote> ReadAsync(string subscriberId, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {subscriberId}"), cancellationToken: cancellationToken)
            .Select(Read);

    private static TableEntity ToEntity(string subscriberId, Vote vote)
    {
        var entity = new TableEntity(
            Rows.Key(subscriberId), Rows.Key(vote.Paper.Value))
        {
            ["Value"] = vote.Value, ["At"] = vote.At,
            ["EditionDay"] = vote.EditionDay, ["EditionPapers"] = vote.EditionPapers
        };
        return With(With(entity, "Brought", vote.Brought), "Text", vote.Text);
    }

    private static Vote Read(TableEntity entity) => new(
        new PaperId(entity.RowKey), entity.GetInt32("Value") ?? 0, entity.GetDateTimeOffset("At") ?? default, entity.GetInt32("EditionDay")
            ?? 0)
    {
        EditionPapers = entity.GetInt32("EditionPapers") ?? 0,
        Brought = Paper(entity, "Brought"),
        Text = Paper(entity, "Text"),
    };

    private static TableEntity With(TableEntity entity, string column, Paper? paper) =>
        paper is null ? entity : entity.WithText(column, PaperText.Of(paper));

    private static Paper? Paper(TableEntity entity, string column) =>
        entity.Text(column) is { Length: > 0 } text ? PaperText.Parse(text) : null;
}
