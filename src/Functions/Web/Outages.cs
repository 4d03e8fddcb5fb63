using Azure;

namespace PaperFunctions.Functions.Web;

/// <summary>Tells a service that is away for now from a fault of ours.</summary>
public static class Outages
{
    private const int TooManyRequests = 429;
    private const int FirstServerError = 500;

    /// <summary>True where nothing answered, or the service said that it cannot at the moment. The clients try again by themselves first,
    /// and then report all that they met together.</summary>
    public static bool IsOne(Exception failure) => failure switch
    {
        AggregateException { InnerExceptions: { Count: > 0 } all } => all.All(IsOne),
        RequestFailedException { Status: 0 or TooManyRequests or >= FirstServerError } or HttpRequestException or TimeoutException => true,
        _ => false,
    };
}
