using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace PaperFunctions.Functions.Web.Limits;

/// <summary>How often one client may ask. Each instance counts for itself: this takes the boundary off, it is not a fence;
/// what must hold over all instances is counted in rows (see docs/decisions/11-sign-ups-and-limits.md).</summary>
public sealed class RequestLimits : IDisposable
{
    /// <summary>Said to those who have to wait where the limiter does not know for how long.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Limited, PartitionedRateLimiter<string>> _limiters = new()
    {
        // Sign-ups cost strangers a mail each; an office behind one address must still be able to sign up together.
        [Limited.SignUp] = Limiter(burst: 10, every: TimeSpan.FromSeconds(30)),
        [Limited.Page] = Limiter(burst: 240, every: TimeSpan.FromSeconds(0.25)),
        [Limited.File] = Limiter(burst: 600, every: TimeSpan.FromSeconds(0.1)),
        [Limited.Change] = Limiter(burst: 60, every: TimeSpan.FromSeconds(1)),
        [Limited.Search] = Limiter(burst: 120, every: TimeSpan.FromSeconds(0.5)),
        [Limited.Suggest] = Limiter(burst: 120, every: TimeSpan.FromSeconds(0.25)),
        [Limited.Operator] = Limiter(burst: 60, every: TimeSpan.FromSeconds(0.5)),
        [Limited.Events] = Limiter(burst: 600, every: TimeSpan.FromSeconds(0.1)),
    };

    /// <returns>Null if the request may go on, else how long to wait.</returns>
    public TimeSpan? Wait(HttpRequest request, Limited what)
    {
        if (what == Limited.Never || ClientAddress.Of(request) is not { } client)
        {
            return null;
        }

        using var lease = _limiters[what].AttemptAcquire(client);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : Usual;
    }

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Dispose();
        }
    }

    /// <summary>A bucket for each client, forgotten once it is full again.</summary>
    private static PartitionedRateLimiter<string> Limiter(int burst, TimeSpan every) =>
        PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst, TokensPerPeriod = 1, ReplenishmentPeriod = every, QueueLimit = 0,
        }));
}

/// <summary>What is counted together.</summary>
public enum Limited
{
    /// <summary>Forms that have a mail sent to an address that anybody may have typed.</summary>
    SignUp,

    /// <summary>Votes, preferences, confirming.</summary>
    Change,

    /// <summary>Pages that read a few rows.</summary>
    Page,

    /// <summary>What is in memory: style sheet, script, the API's description, whether the app is up.</summary>
    File,

    /// <summary>Pages that ask the search service or rank papers.</summary>
    Search,
    Suggest,

    /// <summary>The operator's pages and forms, and attempts at them.</summary>
    Operator,

    /// <summary>The mail provider's events: it posts batches from few addresses, and tries again for a day.</summary>
    Events,

    /// <summary>Leaving alone: mail providers do it for many readers from few addresses, and it must always work.</summary>
    Never,
}
