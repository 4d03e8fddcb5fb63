namespace PaperFunctions.Tests.Structure;

/// <summary>A program that a test runs and that neither .NET nor Node.js brings along.</summary>
/// <param name="install">The command that installs it, for people.</param>
/// <param name="programs">Names that are looked for on PATH, or whole paths.</param>
public sealed class MachineTool(string install, params string[] programs)
{
    public static readonly MachineTool Shellcheck = new("apt-get install shellcheck (Debian), or: brew install shellcheck", "shellcheck");

    public static readonly MachineTool Chromium = new(
        "apt-get install chromium (Debian), or install Chrome or Edge",
        "chromium", "chromium-browser", "google-chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /// <summary>Path of the program; null where this machine has none.</summary>
    public string? Program => Find(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Why a test is skipped here; null where it runs. In CI it runs in any case, and fails where the tool is missing.</summary>
    public string? SkipReason => Reason(Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable("CI"));

    /// <summary>The program's path, for a test that runs.</summary>
    public string Require() => Program ?? throw new InvalidOperationException(Missing);

    internal string? Reason(string? path, string? ci) => ci == "true" || Find(path) is not null ? null : Missing;

    private string Missing => $"{programs[0]} is not installed. Run: {install}";

    private string? Find(string? path) => programs
        .SelectMany(program => (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)))
        .FirstOrDefault(place => File.Exists(place) || (OperatingSystem.IsWindows() && File.Exists(place + ".exe")));
}

/// <summary>A test that runs shellcheck, or is skipped where it is missing.</summary>
public sealed class ShellcheckFactAttribute : FactAttribute
{
    public ShellcheckFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "The POSIX hooks run on Linux and macOS only." : MachineTool.Shellcheck.SkipReason;
}

/// <summary>A test in a browser, skipped where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = MachineTool.Chromium.SkipReason;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = MachineTool.Chromium.SkipReason;
}
