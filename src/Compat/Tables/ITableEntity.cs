#nullable disable // as the package has it: callers see the same (absent) annotations with either package set

namespace Azure.Data.Tables;

/// <summary>What every row has.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>Set by the service at each write; ignored when sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
