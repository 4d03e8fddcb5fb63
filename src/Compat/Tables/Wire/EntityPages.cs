using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Wire;

/// <summary>What a query asks for, and where it goes on.</summary>
internal sealed record RowQuery(string? Filter, int? Top, string? Select, string? NextPartitionKey, string? NextRowKey);

/// <summary>A query's pages, each fetched when it is asked for.</summary>
internal sealed class EntityPages<T>(TableRequests requests, string table, string? filter, int? maxPerPage, string? select,
    CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken) where T : class, ITableEntity
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Fetch(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> Fetch(string? token, int? top, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var (partition, row) = Split(token);
            using var message = requests.Query(table, new RowQuery(filter, top, select, partition, row));
            var response = await requests.SendAsync(message, cancellationToken);
            if (response.Status != 200)
                throw new RequestFailedException(response);
            token = Next(response);
            yield return Page<T>.FromValues(EntityJson.ReadAll<T>(response), token, response);
        }
        while (token is not null);
    }

    /// <summary>The service names the next row in two headers, both encoded without spaces; a space joins them to one token.</summary>
    private static string? Next(Response response)
    {
        var partition = response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var p) ? p : null;
        var row = response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var r) ? r : null;
        return partition is null && row is null ? null : $"{partition} {row}";
    }

    private static (string? Partition, string? Row) Split(string? token)
    {
        if (token is null || token.Length <= 1)
            return (null, null);
        var parts = token.Split(' ', 2);
        return (parts[0], parts is [_, { Length: > 0 } row] ? row : null);
    }
}
