namespace PaperFunctions.Emulators.Azurite;

/// <summary>How to run the storage emulator. The defaults keep everything in memory on free ports.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Folder that the data is kept in, made if missing; null keeps it in memory, gone with the process.</summary>
    public string? DataFolder { get; init; }

    /// <summary>0 takes a free port.</summary>
    public int BlobPort { get; init; }

    /// <inheritdoc cref="BlobPort"/>
    public int QueuePort { get; init; }

    /// <inheritdoc cref="BlobPort"/>
    public int TablePort { get; init; }

    /// <summary>File that receives what the emulator prints, overwritten at each start; null drops it.</summary>
    public string? LogFile { get; init; }

    /// <summary>How long the services may take to listen.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a stop may take to write out the data before the process is killed.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
