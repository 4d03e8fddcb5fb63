namespace PaperFunctions.Emulators.Functions.Settings;

/// <summary>How the Functions app is hosted here; what Azure's host reads from host.json is read from there.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The host.json beside the program.</summary>
    public static string OwnHostJson { get; } = Path.Combine(AppContext.BaseDirectory, "host.json");

    /// <summary>Path of host.json.</summary>
    public string HostJson { get; init; } = OwnHostJson;

    /// <summary>Names this host in receipts, timer states and its own queue: lower-case letters, digits and single hyphens, at most
    /// 32.</summary>
    public string HostId { get; init; } = "paperfunctions-local";

    /// <summary>Longest pause between two looks at an idle container or queue; busy ones are looked at at once.</summary>
    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a message stays hidden from others while its function runs; renewed at half time. A message whose host
    /// was killed comes back after it.</summary>
    public TimeSpan MessageLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before a blob is tried for the second time; doubled for each further try.</summary>
    public TimeSpan BlobRetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether timers run by their schedule; <see cref="FunctionsHost.RunNowAsync"/> works either way.</summary>
    public bool RunTimers { get; init; } = true;

    /// <summary>What requests to functions of level Function or higher must carry as <c>x-functions-key</c> or <c>?code=</c>.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>How long running functions may go on once a stop is asked for, before their tokens are cancelled.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);
}
