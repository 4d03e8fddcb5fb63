using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PaperFunctions.Flow.Editions.Events;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table MailEvents: partition = UTC month of the event, row = inverted time and the event's key.</summary>
public sealed class MailEventTable(TableServiceClient service, TimeProvider clock) : IMailEventTable
{
    private readonly TableClient _table = service.GetTableClient(TableNames.MailEvents);

    public async Task<bool> HasAsync(MailEvent reported, CancellationToken cancellationToken) =>
        await _table.FindAsync(Partition(reported.At), RowKey(reported.At, reported.Key), cancellationToken) is not null;

    public Task PutAsync(ReturnedMail returned, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Partition(returned.At), RowKey(returned.At, returned.Key))
        {
            ["Subscriber"] = returned.SubscriberId,
            ["Kind"] = returned.Kind.ToString(),
            ["Reason"] = returned.Reason,
            ["At"] = returned.At,
        },
        TableUpdateMode.Replace, cancellationToken);

    /// <remarks>Looks at all rows: few mails come back, and they are kept for a few months only.</remarks>
    public Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken) =>
        _table.RemoveAllAsync(TableClient.CreateQueryFilter($"Subscriber eq {subscriberId}"), cancellationToken);

    public Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken)
    {
        var at = new DateTimeOffset(before, TimeOnly.MinValue, TimeSpan.Zero);
        return _table.RemoveAllAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey lt {Partition(at)} or (PartitionKey eq {Partition(at)} and RowKey gt {RowKey(at, "~")})"),
            cancellationToken);
    }

    public async IAsyncEnumerable<ReturnedMail> ReadAsync(DateOnly from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = new DateOnly(from.Year, from.Month, 1);
        for (var month = DateOnly.FromDateTime(
            clock.GetUtcNow().UtcDateTime); month >= first; month = new DateOnly(month.Year, month.Month, 1).AddDays(-1))
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {$"{month:yyyy-MM}"}");
            await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                yield return Read(entity);
            }
        }
    }

    private static ReturnedMail Read(TableEntity entity) => new(
        entity.RowKey.Split('-')[^1], entity.GetString("Subscriber"), Enum.Parse<MailEventKind>(entity.GetString("Kind")),
        entity.GetString("Reason"), entity.GetDateTimeOffset("At") ?? default);

    private static string Partition(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM");

    private static string RowKey(DateTimeOffset at, string key) => Rows.Key($"{DateTime.MaxValue.Ticks - at.UtcDateTime.Ticks:D19}-{key}");
}
