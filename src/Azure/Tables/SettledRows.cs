using Azure.Data.Tables;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Papers;

namespace PaperFunctions.Azure.Tables;

/// <summary>Rows of the table Deliveries that are in the order of time: partition = <c>at-</c> and UTC day, row = inverted time,
/// subscriber, edition.</summary>
internal static class SettledRows
{
    public static TableEntity ToEntity(Delivery delivery)
    {
        var at = delivery.ChangedAt.UtcDateTime;
        return new TableEntity(
            Partition(DateOnly.FromDateTime(at)),
            Rows.Key($"{DateTime.MaxValue.Ticks - at.Ticks:D19}-{delivery.SubscriberId}-{delivery.EditionKey}"))
        {
            ["Subscriber"] = delivery.SubscriberId,
            ["Edition"] = delivery.EditionKey,
            ["State"] = delivery.State.ToString(),
            ["Reason"] = delivery.Reason,
            ["At"] = delivery.ChangedAt,
        };
    }

    public static string Partition(DateOnly day) => $"at-{day:yyyy-MM-dd}";

    public static SettledDelivery Read(TableEntity entity) => new(
        entity.GetString("Subscriber"), entity.GetString("Edition"), Enum.Parse<DeliveryState>(entity.GetString("State")),
        entity.GetString("Reason"), entity.GetDateTimeOffset("At") ?? default);
}
