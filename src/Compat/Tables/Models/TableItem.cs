#nullable disable // as the package has it

namespace Azure.Data.Tables.Models;

/// <summary>A table of the account, as it is made; nothing is asked of it.</summary>
public class TableItem
{
    internal TableItem()
    {
    }
}
