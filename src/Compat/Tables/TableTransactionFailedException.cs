#nullable disable // as the package has it
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused as a whole; nothing of it was written.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys)
            Data[key] = requestFailedException.Data[key];
        if (int.TryParse(requestFailedException.Data[Wire.TableErrorParser.FailedEntity] as string, NumberStyles.None,
            CultureInfo.InvariantCulture, out var index))
            FailedTransactionActionIndex = index;
    }

    /// <summary>Which action (counted from 0) caused it, where the service says so.</summary>
    public int? FailedTransactionActionIndex { get; }
}
