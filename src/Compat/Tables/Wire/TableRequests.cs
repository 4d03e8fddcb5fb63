using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Builds the table service's requests (https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api).</summary>
internal sealed class TableRequests(HttpPipeline pipeline, Uri endpoint, string version)
{
    private const string MinimalMetadata = "application/json;odata=minimalmetadata";

    internal async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);
        return message.Response;
    }

    internal HttpMessage CreateTable(string table) => WithBody(Quiet(Create(RequestMethod.Post, "/Tables")), EntityJson.TableName(table));

    internal HttpMessage DeleteTable(string table) => Create(RequestMethod.Delete, $"/Tables('{Uri.EscapeDataString(table)}')");

    internal HttpMessage Insert(string table, ITableEntity entity) =>
        WithBody(Quiet(Create(RequestMethod.Post, $"/{Uri.EscapeDataString(table)}")), EntityJson.Write(entity));

    /// <summary>With an ETag an update of a row that is there; without, an upsert.</summary>
    internal HttpMessage Update(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unknown update mode {mode}.", nameof(mode)),
        };
        var message = WithBody(Create(method, Row(table, entity.PartitionKey, entity.RowKey)), EntityJson.Write(entity));
        if (ifMatch != default)
            message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch.ToString());
        return message;
    }

    internal HttpMessage Delete(string table, string partitionKey, string rowKey, ETag ifMatch)
    {
        var message = Create(RequestMethod.Delete, Row(table, partitionKey, rowKey));
        message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch == default ? ETag.All.ToString() : ifMatch.ToString());
        return message;
    }

    internal HttpMessage Get(string table, string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        var message = Create(RequestMethod.Get, Row(table, partitionKey, rowKey));
        Ask(message, "$select", EntityNames.Join(select));
        return message;
    }

    internal HttpMessage Query(string table, RowQuery query)
    {
        var message = Create(RequestMethod.Get, $"/{Uri.EscapeDataString(table)}()");
        Ask(message, "$top", query.Top?.ToString());
        Ask(message, "$select", query.Select);
        Ask(message, "$filter", query.Filter);
        Ask(message, "NextPartitionKey", query.NextPartitionKey);
        Ask(message, "NextRowKey", query.NextRowKey);
        return message;
    }

    internal HttpMessage Batch(IReadOnlyList<HttpMessage> writes)
    {
        var content = ChangesetContent.Write(writes);
        var message = pipeline.CreateMessage();
        Address(message.Request, RequestMethod.Post, "/$batch");
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, "application/json");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, content.ContentType);
        message.Request.Content = RequestContent.Create(content.Body);
        return message;
    }

    private HttpMessage Create(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        Address(message.Request, method, path);
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, MinimalMetadata);
        Ask(message, "$format", MinimalMetadata);
        return message;
    }

    private void Address(Request request, RequestMethod method, string path)
    {
        request.Method = method;
        request.Uri.Reset(new Uri(endpoint.AbsoluteUri.TrimEnd('/') + path));
        request.Headers.SetValue("x-ms-version", version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
    }

    /// <summary>A quote in a key is doubled for OData, then all that is special in an address is escaped.</summary>
    private static string Row(string table, string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"/{Uri.EscapeDataString(table)}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

        static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
    }

    private static void Ask(HttpMessage message, string name, string? value)
    {
        if (value is not null)
            message.Request.Uri.AppendQuery(name, value, escapeValue: true);
    }

    private static HttpMessage Quiet(HttpMessage message)
    {
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        return message;
    }

    private static HttpMessage WithBody(HttpMessage message, ReadOnlyMemory<byte> json)
    {
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(json);
        return message;
    }
}
