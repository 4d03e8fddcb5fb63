#nullable disable // as the package has it
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>All writes or none. Each action's response is at the action's place in the result.</summary>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    /// <exception cref="TableTransactionFailedException">One action was refused, and so all.</exception>
    /// <exception cref="RequestFailedException">The request as such was refused.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        using var message = _requests.Batch([.. transactionActions.Select(Write)]);
        var response = await _requests.SendAsync(message, cancellationToken);
        if (response.Status != 202)
            throw new RequestFailedException(response);
        var results = ChangesetResponse.Read(response);
        var refused = results.FirstOrDefault(result => result.Status >= 400);
        if (refused != null)
            throw new TableTransactionFailedException(new RequestFailedException(refused, null, TableErrorParser.Instance));
        return Response.FromValue(results, response);
    }

    private Core.HttpMessage Write(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => _requests.Insert(Name, action.Entity),
        TableTransactionActionType.Delete => _requests.Delete(Name, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        TableTransactionActionType.UpdateMerge => _requests.Update(Name, action.Entity, TableUpdateMode.Merge, action.ETag),
        TableTransactionActionType.UpdateReplace => _requests.Update(Name, action.Entity, TableUpdateMode.Replace, action.ETag),
        TableTransactionActionType.UpsertMerge => _requests.Update(Name, action.Entity, TableUpdateMode.Merge, default),
        TableTransactionActionType.UpsertReplace => _requests.Update(Name, action.Entity, TableUpdateMode.Replace, default),
        _ => throw new InvalidOperationException($"Unknown action type {action.ActionType}."),
    };
}
