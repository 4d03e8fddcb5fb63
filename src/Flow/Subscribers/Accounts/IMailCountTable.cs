using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>How many mails went out that strangers can ask for, by address and for the whole site.</summary>
public interface IMailCountTable : IVersionedTable<string, MailCount>
{
    /// <summary>Removes counts that say nothing any more; returns how many went.</summary>
    Task<int> ExpireAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <param name="Key">Of an address: a kind of mail and a keyed hash. Of the site: its day.</param>
/// <param name="Until">From then on the row says nothing any more.</param>
/// <param name="Count">For the site: mails of the day.</param>
public sealed record MailCount(string Key, DateTimeOffset Until, int Count = 0)
{
    /// <summary>For an address: when its mails of the last day went out, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> SentAt { get; init; } = [];
}
