using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Backups;

/// <summary>Copies of the rows that no digest can bring back: subscribers, addresses, votes, mail events, deliveries.</summary>
public interface IBackups
{
    /// <summary>Copies all those rows. A copy that stops on the way is never listed.</summary>
    Task<Backup> WriteAsync(CancellationToken cancellationToken);

    /// <summary>Complete backups, newest first.</summary>
    Task<IReadOnlyList<Backup>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Notes that a subscriber left, so that no older backup brings them back as they were. The note expires with the
    /// backups.</summary>
    /// <param name="state">The state they are in from now on, or null for a deleted account. Active takes the note back.</param>
    Task NoteDepartureAsync(string subscriberId, SubscriberState? state, CancellationToken cancellationToken);

    /// <summary>The subscribers in a backup, without those who deleted their account since and those whose address belongs to another
    /// account
    /// by now. Who unsubscribed since comes back unsubscribed. Ask after <see cref="RestoreRowsAsync"/>, which brings the addresses
    /// back.</summary>
    /// <exception cref="InvalidDataException">A file of the backup is damaged; the message names file and line.</exception>
    IAsyncEnumerable<Subscriber> SubscribersAsync(Backup backup, CancellationToken cancellationToken);

    /// <summary>Adds all other rows that are missing, but none of a deleted account. Rows that are there stay as they are.</summary>
    /// <returns>Rows added.</returns>
    /// <exception cref="InvalidDataException">A file of the backup is damaged; the message names file and line.</exception>
    Task<long> RestoreRowsAsync(Backup backup, CancellationToken cancellationToken);
}

/// <param name="Name">UTC time of the copy, <c>yyyy-MM-ddTHHmmssZ</c>; also the folder of its files.</param>
/// <param name="Rows">Rows in each table.</param>
public sealed record Backup(string Name, IReadOnlyDictionary<string, long> Rows);
