namespace Azure.Data.Tables.Wire;

/// <summary>Property names with a meaning of their own.</summary>
internal static class EntityNames
{
    internal const string PartitionKey = "PartitionKey";
    internal const string RowKey = "RowKey";
    internal const string Timestamp = "Timestamp";
    internal const string ETag = "odata.etag";
    internal const string Metadata = "odata.metadata";
    internal const string TypeSuffix = "@odata.type";

    internal static string? Join(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);
}
