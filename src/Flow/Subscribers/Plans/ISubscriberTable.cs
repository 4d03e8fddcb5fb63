using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>Subscribers by id and by address.</summary>
public interface ISubscriberTable : IVersionedTable<string, Subscriber>
{
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>The subscriber who holds an address, or null.</summary>
    /// <param name="addressKey">Keyed hash of the normalised address, hex.</param>
    Task<string?> FindByAddressAsync(string addressKey, CancellationToken cancellationToken);

    /// <summary>Claims an address for a subscriber; returns the id of whoever holds it afterwards.</summary>
    Task<string> ClaimAddressAsync(string addressKey, string subscriberId, CancellationToken cancellationToken);

    Task ReleaseAddressAsync(string addressKey, CancellationToken cancellationToken);

    /// <summary>All subscribers, for the operator's pages and local commands; never on the way of an edition.</summary>
    IAsyncEnumerable<Subscriber> ListAsync(CancellationToken cancellationToken);
}
