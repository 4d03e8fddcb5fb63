#nullable disable // as the package has it
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table. Failures are <see cref="RequestFailedException"/> with the service's status and error code.</summary>
public partial class TableClient
{
    private readonly TableRequests _requests;

    internal TableClient(string name, TableRequests requests)
    {
        Name = name;
        _requests = requests;
    }

    public virtual string Name { get; }

    /// <summary>The response's status is 204 when it was made now and 409 when it was there.</summary>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _requests.CreateTable(Name);
        var response = await _requests.SendAsync(message, cancellationToken);
        if (response.IsError)
        {
            var failure = new RequestFailedException(response);
            if (failure.Status != 409 || failure.ErrorCode == "TableBeingDeleted")
                throw failure;
        }

        return Response.FromValue(new TableItem(), response);
    }

    /// <summary>Deletes the table with all its rows; one that is not there is no error (status 404).</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _requests.DeleteTable(Name);
        var response = await _requests.SendAsync(message, cancellationToken);
        return response.Status is 204 or 404 ? response : throw new RequestFailedException(response);
    }

    /// <summary>
    /// An OData filter from an interpolated string; the values become literals of their type, quoted and escaped.
    /// </summary>
    /// <exception cref="ArgumentException">A value's type has no literal.</exception>
    public static string CreateQueryFilter(FormattableString filter) => filter is null ? null : ODataFilter.Create(filter);
}
