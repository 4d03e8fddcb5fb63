using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>Bounds the mails that anybody can ask for by typing an address: so many a day for one mailbox, whatever stands behind the plus
/// sign of its address, and so many a day for the whole site.</summary>
/// <remarks>Taken before a mail goes out and given back where it did not: of several at once none slips through. A stop in between costs
/// one mail of the day's allowance and loses nothing.</remarks>
public sealed partial class MailAllowance(
    IMailCountTable counts, AddressHash addresses, IOptions<AccountOptions> options, FlowMetrics metrics, TimeProvider clock,
    ILogger<MailAllowance> logger)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private string Site => $"site-{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd}";

    /// <summary>Whether the site has no such mail left today.</summary>
    public async Task<bool> IsSpentAsync(CancellationToken cancellationToken) =>
        (await counts.FindAsync(Site, cancellationToken))?.Value.Count >= options.Value.MailsADay;

    /// <param name="most">Mails of this kind that one mailbox gets in a day.</param>
    /// <returns>Null if the mail must not go out, else what to give back should it not.</returns>
    public async Task<Allowed?> TakeAsync(string kind, string email, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = $"{kind}-{addresses.Of(EmailAddress.WithoutTag(email))}";
        if (await counts.UpdateAsync(key, null, row => Sent(row ?? new MailCount(key, now), now, most), cancellationToken) is null)
        {
            Withheld("address");
            return null;
        }

        var site = Site;
        var empty = new MailCount(site, now + (2 * Day));
        if (await counts.UpdateAsync(site, null, row => Counted(row ?? empty), cancellationToken) is not null)
        {
            return new Allowed(key, site, now);
        }

        await GiveBackAsync(new Allowed(key, null, now), cancellationToken);
        Withheld("site");
        return null;
    }

    public async Task GiveBackAsync(Allowed allowed, CancellationToken cancellationToken)
    {
        await counts.UpdateAsync(allowed.Address, null, row => row is null ? null : Without(row, allowed.At), cancellationToken);
        if (allowed.Site is { } site)
        {
            await counts.UpdateAsync(
                site, null, row => row is null ? null : row with { Count = Math.Max(0, row.Count - 1) }, cancellationToken);
        }
    }

    public Task<int> ExpireAsync(CancellationToken cancellationToken) => counts.ExpireAsync(clock.GetUtcNow(), cancellationToken);

    private static MailCount? Sent(MailCount row, DateTimeOffset now, int most)
    {
        List<DateTimeOffset> sent = [.. row.SentAt.Where(at => at > now - Day)];
        return sent.Count >= most ? null : row with { SentAt = [.. sent, now], Until = now + Day };
    }

    private static MailCount Without(MailCount row, DateTimeOffset at)
    {
        var sent = row.SentAt.ToList();
        sent.Remove(at);
        return row with { SentAt = sent };
    }

    private MailCount? Counted(MailCount row) => row.Count >= options.Value.MailsADay ? null : row with { Count = row.Count + 1 };

    private void Withheld(string limit)
    {
        metrics.Withheld(limit);
        Log.Withheld(logger, limit);
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 8301, Level = LogLevel.Warning,
            Message = "A mail that somebody asked for was not sent: the day's limit of the {Limit} is reached")]
        public static partial void Withheld(ILogger logger, string limit);
    }
}

/// <summary>What was taken for one mail.</summary>
/// <param name="Site">Null if nothing was taken of the site's.</param>
public sealed record Allowed(string Address, string? Site, DateTimeOffset At);
