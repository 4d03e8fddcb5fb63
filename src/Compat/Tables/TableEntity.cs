#nullable disable // as the package has it

namespace Azure.Data.Tables;

/// <summary>
/// A row as a dictionary of properties. Values are one of the service's types: string, int, long, double, bool, Guid, byte[]
/// (or BinaryData), DateTimeOffset (or a DateTime of kind Utc). A missing or null property reads as null.
/// </summary>
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity() => _properties = [];

    public TableEntity(string partitionKey, string rowKey) : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => _properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(Wire.EntityNames.PartitionKey);
        set => _properties[Wire.EntityNames.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(Wire.EntityNames.RowKey);
        set => _properties[Wire.EntityNames.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(Wire.EntityNames.Timestamp);
        set => _properties[Wire.EntityNames.Timestamp] = value;
    }

    public ETag ETag
    {
        get => new(GetString(Wire.EntityNames.ETag));
        set => _properties[Wire.EntityNames.ETag] = value.ToString();
    }

    public string GetString(string key) => (string)Get(key, typeof(string));

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    public byte[] GetBinary(string key) => (byte[])Get(key, typeof(byte[]));

    public BinaryData GetBinaryData(string key) => (BinaryData)Get(key, typeof(BinaryData));

    public DateTime? GetDateTime(string key) => (DateTime?)Get(key, typeof(DateTime));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset));

    /// <summary>A value of another type is an error, not a conversion; only the two date types and the
    /// two binary types stand for each other.</summary>
    /// <exception cref="InvalidOperationException">The property is there with another type.</exception>
    private object Get(string key, Type wanted)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key) switch
        {
            null => null,
            DateTimeOffset moment when wanted == typeof(DateTime) => moment.UtcDateTime,
            DateTime moment when wanted == typeof(DateTimeOffset) => new DateTimeOffset(moment),
            byte[] bytes when wanted == typeof(BinaryData) => new BinaryData(bytes),
            var value when wanted.IsInstanceOfType(value) => value,
            var value =>
                throw new InvalidOperationException($"Property '{key}' is of type {value.GetType()}; it cannot be read as {wanted}."),
        };
    }
}
