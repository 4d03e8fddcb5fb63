namespace PaperFunctions.Tests.Infra;

/// <summary>Runs a hook with az, azd, curl, dotnet and stty replaced by fake/command.sh, which records
/// calls and answers by rules.</summary>
internal sealed class HookRun : IDisposable
{
    public const string Terminal = "/usr/bin/script";

    private readonly string _folder = Directory.CreateTempSubdirectory("hooks").FullName;
    private readonly List<string> _rules = [];

    public HookRun()
    {
        foreach (var command in (string[])["az", "azd", "curl", "dotnet", "stty"])
        {
            File.CreateSymbolicLink(Path.Combine(_folder, command), Tools.Own("fake", "command.sh"));
        }
        // The real commands that the hooks use; nothing else is on their path, a real az least of all;
        // nor mktemp, since no key may be in a file.
        foreach (var command in (string[])["base64", "basename", "cat", "date", "dirname", "grep", "head", "sed", "sh", "sleep",
            "tr", "wc"])
        {
            File.CreateSymbolicLink(Path.Combine(_folder, command), File.Exists($"/bin/{command}")
                ? $"/bin/{command}"
                : $"/usr/bin/{command}");
        }
    }

    /// <summary>What azd would have put into the hook's environment.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        ["AZURE_ENV_NAME"] = "prod",
        ["AZURE_SUBSCRIPTION_ID"] = "sub-1",
        ["AZURE_LOCATION"] = "westeurope",
        ["BUDGET_START"] = "2026-01-01",
    };

    public string[] Calls => Lines("calls");

    /// <summary>What the hook put into the azd environment, as lines NAME="value".</summary>
    public string[] Kept => Lines("env");

    public void Remove(string command) => File.Delete(Path.Combine(_folder, command));

    /// <summary>Calls that start so print this.</summary>
    public void Answer(string call, params string[] lines) => _rules.Add($"-|{call}|0|{string.Join('\t', lines)}");

    /// <summary>Calls that start so fail: the first few, or all.</summary>
    public void Fail(string call, string message, int? times = null, int code = 1) =>
        _rules.Insert(0, $"{times?.ToString() ?? "-"}|{call}|{code}|{message}");

    /// <summary>Calls that start so send this signal to the hook.</summary>
    public void Interrupt(string call, string signal = "INT") => _rules.Insert(0, $"-|{call}|{signal}|");

    public Finished Run(string hook) => Run("sh", [Tools.At("infra", "hooks", $"{hook}.sh")]);

    /// <summary>With a terminal as its input, at which nobody types anything.</summary>
    /// <remarks>Tests that run in the background of a shell ignore Ctrl-C, and so would what they start.</remarks>
    public Finished RunAtTerminal(string hook) =>
        Run("/usr/bin/env",
            ["--default-signal=INT", Terminal, "--quiet", "--return", "--command", $"sh {Tools.At("infra", "hooks", $"{hook}.sh")}",
                "/dev/null"]);

    private Finished Run(string program, string[] arguments)
    {
        File.WriteAllLines(Path.Combine(_folder, "rules"), _rules);
        return Tools.Run(program, arguments, new Dictionary<string, string>(Environment)
        {
            ["SHELL"] = "/bin/sh",
            ["PATH"] = _folder,
            ["FAKE_DIR"] = _folder,
            ["PAPERFUNCTIONS_HOOK_DELAY"] = "0",
        });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(_folder, file)) ? File.ReadAllLines(Path.Combine(_folder, file)) : [];
}
