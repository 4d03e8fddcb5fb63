namespace Azure.Data.Tables;

/// <summary>What happens to properties that are stored but not sent: kept (Merge) or removed (Replace).</summary>
public enum TableUpdateMode
{
    Merge = 0,
    Replace = 1,
}
