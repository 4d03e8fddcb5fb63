using System.Text.Json;

namespace PaperFunctions.Emulators.Functions.Settings;

/// <summary>The part of host.json that triggers depend on, with the defaults of Azure's host.</summary>
internal sealed record HostJson(QueueSettings Queues, BlobSettings Blobs, string RoutePrefix)
{
    /// <summary>Reads the file, then <c>AzureFunctionsJobHost__...</c> settings over it, as Azure's host does.</summary>
    public static HostJson Read(string path, IConfiguration app, List<string> problems)
    {
        try
        {
            var file = new ConfigurationBuilder()
                .AddJsonFile(Path.GetFullPath(path), optional: false)
                .AddInMemoryCollection(app.GetSection("AzureFunctionsJobHost").AsEnumerable(makePathsRelative: true))
                .Build();
            var extensions = file.GetSection("extensions");
            var found = new HostJson(
                extensions.GetSection("queues").Get<QueueSettings>() ?? new(),
                extensions.GetSection("blobs").Get<BlobSettings>() ?? new(),
                extensions["http:routePrefix"] ?? "api");
            problems.AddRange(found.Check().Select(problem => $"{path}: {problem}"));
            return found;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or JsonException)
        {
            problems.Add($"{path}: {(e.InnerException ?? e).Message}");
            return new HostJson(new(), new(), "api");
        }
    }

    private IEnumerable<string> Check()
    {
        if (Queues.BatchSize is < 1 or > 32)
        {
            yield return $"extensions.queues.batchSize is {Queues.BatchSize}, but must be 1 to 32.";
        }

        if (Queues.MaxDequeueCount < 1 || Blobs.PoisonBlobThreshold < 1)
        {
            yield return "extensions.queues.maxDequeueCount and extensions.blobs.poisonBlobThreshold must be at least 1.";
        }

        if (Queues.VisibilityTimeout < TimeSpan.Zero || Queues.VisibilityTimeout > TimeSpan.FromDays(7))
        {
            yield return $"extensions.queues.visibilityTimeout is {Queues.VisibilityTimeout}, but must be 0 to 7 days.";
        }

        if (Queues.MessageEncoding is not ("base64" or "none"))
        {
            yield return $"extensions.queues.messageEncoding is '{Queues.MessageEncoding}', but must be base64 or none.";
        }

        if (Blobs.MaxDegreeOfParallelism < 1)
        {
            yield return $"extensions.blobs.maxDegreeOfParallelism is {Blobs.MaxDegreeOfParallelism}, but must be at least 1.";
        }
    }
}

/// <summary><c>extensions.queues</c>.</summary>
internal sealed record QueueSettings
{
    private readonly int? _newBatchThreshold;
    private readonly string _messageEncoding = "base64";

    public int BatchSize { get; init; } = 16;

    public int NewBatchThreshold { get => _newBatchThreshold ?? BatchSize / 2; init => _newBatchThreshold = value; }

    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>Pause between a failed attempt and the next.</summary>
    public TimeSpan VisibilityTimeout { get; init; }

    public string MessageEncoding { get => _messageEncoding; init => _messageEncoding = value.ToLowerInvariant(); }
}

/// <summary><c>extensions.blobs</c>.</summary>
internal sealed record BlobSettings
{
    // The documented default is eight a core.
    public int MaxDegreeOfParallelism { get; init; } = 8 * Environment.ProcessorCount;

    public int PoisonBlobThreshold { get; init; } = 5;
}
