#nullable disable // as the package has it
using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Fails with 409 EntityAlreadyExists when the keys are taken.</summary>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) where T : ITableEntity
    {
        RequireKeys(entity);
        return WriteAsync(_requests.Insert(Name, entity), cancellationToken);
    }

    /// <summary>Fails with 404 ResourceNotFound when there is no such row.</summary>
    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null,
        CancellationToken cancellationToken = default) where T : class, ITableEntity
    {
        using var message = _requests.Get(Name, partitionKey, rowKey, select);
        var response = await _requests.SendAsync(message, cancellationToken);
        return response.Status == 200
            ? Response.FromValue(EntityJson.ReadOne<T>(response), response)
            : throw new RequestFailedException(response);
    }

    /// <summary>Without a value when there is no such row.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey,
        IEnumerable<string> select = null, CancellationToken cancellationToken = default) where T : class, ITableEntity
    {
        using var message = _requests.Get(Name, partitionKey, rowKey, select);
        var response = await _requests.SendAsync(message, cancellationToken);
        return response.Status switch
        {
            200 => Response.FromValue(EntityJson.ReadOne<T>(response), response),
            404 => new AbsentEntity<T>(response),
            _ => throw new RequestFailedException(response),
        };
    }

    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default) where T : ITableEntity
    {
        RequireKeys(entity);
        return WriteAsync(_requests.Update(Name, entity, mode, ifMatch: default), cancellationToken);
    }

    /// <summary>Fails with 412 UpdateConditionNotSatisfied when the row has another ETag; <see cref="ETag.All"/> takes any.</summary>
    public virtual Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default) where T : ITableEntity
    {
        RequireKeys(entity);
        if (ifMatch == default)
            throw new ArgumentException("An update needs the row's ETag, or ETag.All for any.", nameof(ifMatch));
        return WriteAsync(_requests.Update(Name, entity, mode, ifMatch), cancellationToken);
    }

    /// <summary>Without an ETag whatever is there is deleted. A row that is not there is no error (status 404).</summary>
    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default,
        CancellationToken cancellationToken = default)
    {
        using var message = _requests.Delete(Name, partitionKey, rowKey, ifMatch);
        var response = await _requests.SendAsync(message, cancellationToken);
        return response.Status is 204 or 404 ? response : throw new RequestFailedException(response);
    }

    private async Task<Response> WriteAsync(HttpMessage write, CancellationToken cancellationToken)
    {
        using var message = write;
        var response = await _requests.SendAsync(message, cancellationToken);
        return response.IsError ? throw new RequestFailedException(response) : response;
    }

    private static void RequireKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null)
            throw new ArgumentNullException(nameof(entity), "A row needs a PartitionKey and a RowKey; either may be empty.");
    }
}
