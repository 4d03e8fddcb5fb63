namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>A table that holds something about subscribers, and that their deletion must reach.</summary>
public interface ISubscriberRecords
{
    /// <summary>Removes all that is kept about a subscriber.</summary>
    Task RemoveAllAsync(string subscriberId, CancellationToken cancellationToken);
}
