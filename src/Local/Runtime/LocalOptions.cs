using PaperFunctions.Emulators.Search;

namespace PaperFunctions.Local.Runtime;

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

    /// <summary>What the product fetches by itself, as the setting <c>Sources:List</c> has it.</summary>
    public string Sources { get; init; } = "";

    /// <summary>App settings beside or instead of those of <see cref="LocalSettings"/>, such as <c>Digests:MaxBytes</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Path of another host.json than the app's own.</summary>
    public string? HostJson { get; init; }

    /// <summary>Changes services of the app before it is built, such as its clock.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <summary>The status with which search refuses a document of this key, or null to take it; see
    /// <see cref="SearchEmulatorOptions.FailDocument"/>.</summary>
    public Func<string, int?>? FailDocument { get; init; }

    /// <summary>Whether the mail capture tells of each accepted mail that it was delivered, as the provider does.</summary>
    public bool MailEvents { get; init; }

    /// <summary>Lines for whoever waits for the start.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Whether what the functions log is shown.</summary>
    public bool ShowLog { get; init; }
}
