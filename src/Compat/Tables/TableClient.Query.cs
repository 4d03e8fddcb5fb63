#nullable disable // as the package has it
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>
    /// The rows that match, ordered by partition and row key. The service hands out at most 1000 (or <paramref name="maxPerPage"/>) at a
    /// time, sometimes fewer or none; enumerating goes on until the end. A page's continuation token
    /// starts a later enumeration after that page.
    /// </summary>
    public virtual AsyncPageable<T> QueryAsync<T>(string filter = null, int? maxPerPage = null, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default) where T : class, ITableEntity =>
        new EntityPages<T>(_requests, Name, filter, maxPerPage, EntityNames.Join(select), cancellationToken);
}
