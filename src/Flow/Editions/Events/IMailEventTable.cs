using PaperFunctions.Flow.Subscribers.Accounts;

namespace PaperFunctions.Flow.Editions.Events;

/// <summary>Mail that came back, once for each event, however often the provider tells it.</summary>
public interface IMailEventTable : ISubscriberRecords
{
    Task<bool> HasAsync(MailEvent reported, CancellationToken cancellationToken);

    /// <summary>Notes an event; noting twice is noting once. Addresses are not kept.</summary>
    Task PutAsync(ReturnedMail returned, CancellationToken cancellationToken);

    /// <summary>Removes events before a day; returns how many went.</summary>
    Task<int> ExpireAsync(DateOnly before, CancellationToken cancellationToken);

    /// <summary>Those from a day on, newest first.</summary>
    IAsyncEnumerable<ReturnedMail> ReadAsync(DateOnly from, CancellationToken cancellationToken);
}

/// <param name="SubscriberId">Empty if the address is of nobody.</param>
public sealed record ReturnedMail(string Key, string SubscriberId, MailEventKind Kind, string Reason, DateTimeOffset At);
