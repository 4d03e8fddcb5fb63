namespace PaperFunctions.Flow.Subscribers.Import;

/// <summary>Imports of people and how far they have come. No address stands in them.</summary>
public interface IImportTable
{
    Task PutAsync(PeopleImport import, CancellationToken cancellationToken);

    Task<PeopleImport?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    IAsyncEnumerable<PeopleImport> ListAsync(CancellationToken cancellationToken);

    /// <summary>Notes what became of a part; noting it again replaces what was noted.</summary>
    Task PutPartAsync(string import, int part, ImportCounts counts, CancellationToken cancellationToken);

    /// <summary>What became of the parts that are done, all together.</summary>
    Task<ImportCounts> DoneAsync(string import, CancellationToken cancellationToken);

    /// <summary>Removes imports that started before this instant; returns how many.</summary>
    Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <param name="Id">Sorts newest first.</param>
/// <param name="People">Rows that can be added.</param>
/// <param name="Refused">The first of the rows that cannot.</param>
/// <param name="RefusedCount">All of them.</param>
/// <param name="Parts">Messages that they were handed on in.</param>
public sealed record PeopleImport(
    string Id, DateTimeOffset At, bool Invite, string Consent, int People, IReadOnlyList<RefusedRow> Refused, int RefusedCount, int Parts)
{
    /// <summary>Refused rows that are kept with their reasons.</summary>
    public const int MaxRefused = 2_000;

    public static bool IsId(string text) => text.Length == 28 && text.All(c => char.IsAsciiHexDigitLower(c) || c == '-');

    public static string NewId(DateTimeOffset at, string unique) => $"{DateTime.MaxValue.Ticks - at.UtcTicks:D19}-{unique[..8]}";
}

/// <param name="Added">New here.</param>
/// <param name="Known">Left as they were, because they are here already, in whatever state.</param>
public sealed record ImportCounts(int Added, int Known)
{
    public int Total => Added + Known;
}
