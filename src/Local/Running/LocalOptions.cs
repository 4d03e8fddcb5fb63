namespace PaperFunctions.Local.Running;

/// <summary>How a local product is started.</summary>
public sealed record LocalOptions
{
    /// <summary>Port of the pages; 0 for any free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Port of the mail capture; 0 for any free one.</summary>
    public int MailPort { get; init; } = 7072;

    /// <summary>Where tables, blobs, index and mail are kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether timers run by themselves.</summary>
    public bool RunTimers { get; init; } = true;

    /// <summary>Lines for whoever waits for the start.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Whether what the functions log is shown.</summary>
    public bool ShowLog { get; init; }
}
