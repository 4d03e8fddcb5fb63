namespace PaperFunctions.Azure.Sources;

/// <summary>How long a server wants to be left alone.</summary>
internal static class RetryAfterHeader
{
    /// <returns>From now on; null where the server does not say.</returns>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response, TimeProvider clock) =>
        response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date is { } date ? date - clock.GetUtcNow() : null);
}
