using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Backups;

/// <summary>Copies of the rows that no digest can bring back: subscribers, addresses, votes, mail events, deliveries.</summary>
public interface IBackups
{
    /// <summary>Copies all those rows. A copy that stops on the way is never listed.</summary>
    Task<Backup> WriteAsync(CancellationToken cancellationToken);

    /// <summary>Complete backups, newest first.</summary>
    Task<IReadOnlyList<Backup>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The subscribers in a backup, those left out whose address belongs to another account by now. Ask after
    /// <see cref="RestoreRowsAsync"/>, which brings the addresses back.</summary>
    /// <exception cref="InvalidDataException">A file of the backup is damaged; the message names file and line.</exception>
    IAsyncEnumerable<Subscriber> SubscribersAsync(Backup backup, CancellationToken cancellationToken);

    /// <summary>Adds all other rows that are missing. Rows that are there stay as they are.</summary>
    /// <returns>Rows added.</returns>
    /// <exception cref="InvalidDataException">A file of the backup is damaged; the message names file and line.</exception>
    Task<long> RestoreRowsAsync(Backup backup, CancellationToken cancellationToken);
}

/// <param name="Name">UTC time of the copy, <c>yyyy-MM-ddTHHmmssZ</c>; also the folder of its files.</param>
/// <param name="Rows">Rows in each table.</param>
public sealed record Backup(string Name, IReadOnlyDictionary<string, long> Rows);
