using System.Security.Cryptography;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Makes subscribers: one account an address, however often and however simultaneously it is asked for.</summary>
public sealed class EnrolSubscriber(ISubscriberTable subscribers, AddressHash addresses, NextEdition next, TimeProvider clock)
{
    /// <summary>A first edition looks back this far.</summary>
    internal static readonly TimeSpan FirstLookBack = TimeSpan.FromDays(7);

    /// <summary>The account of an address, made as pending where there is none.</summary>
    /// <param name="email">Normalised, see <see cref="EmailAddress.Normalise"/>.</param>
    public async Task<Versioned<Subscriber>> FindOrAddAsync(string email, CancellationToken cancellationToken)
    {
        var key = addresses.Of(email);
        var id = await subscribers.ClaimAddressAsync(key, NewId(), cancellationToken);
        var row = await subscribers.FindAsync(id, cancellationToken)
            ?? await subscribers.TrySaveAsync(new Versioned<Subscriber>(New(id, email), null), cancellationToken)
            ?? await subscribers.FindAsync(id, cancellationToken);
        return row ?? throw new IOException("The account was deleted while it was being made; try again.");
    }

    /// <summary>Confirms an account with these wishes and plans its first edition.</summary>
    public async Task<Subscriber> ActivateAsync(string email, Func<Subscriber, Subscriber> wishes, CancellationToken cancellationToken)
    {
        var row = await FindOrAddAsync(email, cancellationToken);
        var saved = await next.ReplanAsync(row, null, s => wishes(s) with { State = SubscriberState.Active }, cancellationToken);
        return saved?.Value ?? throw new IOException("The account was deleted while it was being changed; try again.");
    }

    private Subscriber New(string id, string email) => new()
    {
        Id = id,
        Email = email,
        State = SubscriberState.Pending,
        CreatedAt = clock.GetUtcNow(),
        LastCutoff = clock.GetUtcNow() - FirstLookBack,
    };

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
