#nullable disable // as the package has it

namespace Azure.Data.Tables;

/// <summary>One write of an entity-group transaction.</summary>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity) : this(actionType, entity, default)
    {
    }

    /// <summary>
    /// Delete and the updates respect the ETag. Without one, Delete takes whatever is there, and an update is sent without a condition,
    /// which the service reads as an upsert: give <see cref="Azure.ETag.All"/> to demand that the row exists.
    /// </summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    public TableTransactionActionType ActionType { get; }

    public ITableEntity Entity { get; }

    public ETag ETag { get; }
}

/// <summary>The kinds of writes in a transaction.</summary>
public enum TableTransactionActionType
{
    Add = 0,
    UpdateMerge = 1,
    UpdateReplace = 2,
    Delete = 3,
    UpsertMerge = 4,
    UpsertReplace = 5,
}
