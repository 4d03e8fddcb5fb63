using System.Globalization;
using Azure.Data.Tables;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;

namespace PaperFunctions.Azure.Tables;

/// <summary>Table MailCounts: partition = the last two characters of the key (two hex digits of a hash, or the day of the month), row = the
/// key.</summary>
public sealed class MailCountTable(TableServiceClient service) : IMailCountTable
{
    private readonly TableClient _table = service.GetTableClient(TableNames.MailCounts);

    public async Task<Versioned<MailCount>?> FindAsync(string key, CancellationToken cancellationToken) =>
        await _table.FindAsync(Partition(key), Rows.Key(key), cancellationToken) is { } entity
            ? new Versioned<MailCount>(Read(entity), entity.ETag.ToString())
            : null;

    public async Task<Versioned<MailCount>?> TrySaveAsync(Versioned<MailCount> row, CancellationToken cancellationToken)
    {
        var count = row.Value;
        var entity = new TableEntity(Partition(count.Key), Rows.Key(count.Key))
        {
            ["Count"] = count.Count,
            ["SentAt"] = string.Join(' ', count.SentAt.Select(at => at.ToString("O", CultureInfo.InvariantCulture))),
            ["Until"] = count.Until,
        };
        return await _table.TryWriteAsync(entity, row.Version, cancellationToken) is { } version ? row with { Version = version } : null;
    }

    public Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _table.RemoveAllAsync(TableClient.CreateQueryFilter($"Until lt {before}"), cancellationToken);

    private static MailCount Read(TableEntity entity) => new(
        entity.RowKey, entity.GetDateTimeOffset("Until") ?? default, entity.GetInt32("Count") ?? 0)
    {
        SentAt = [.. (entity.GetString("SentAt") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(at => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture))],
    };

    private static string Partition(string key) => key[^2..];
}
