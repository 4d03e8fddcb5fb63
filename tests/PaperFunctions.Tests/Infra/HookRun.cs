namespace PaperFunctions.Tests.Infra;

/// <summary>Runs a hook with az, azd, dotnet and curl replaced by fake/command.sh, which records calls and answers by rules.</summary>
internal sealed class HookRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hooks").FullName;
    private readonly List<string> rules = [];

    public HookRun()
    {
        foreach (var command in (string[])["az", "azd", "dotnet", "curl"])
        {
            File.CreateSymbolicLink(Path.Combine(folder, command), Tools.Own("fake", "command.sh"));
        }
        // The real commands that the hooks use; nothing else is on their path, a real az least of all.
        foreach (var command in (string[])["base64", "basename", "cat", "date", "dirname", "grep", "head", "mktemp", "rm", "sh", "sleep", "stty", "tr", "wc"])
        {
            File.CreateSymbolicLink(Path.Combine(folder, command), File.Exists($"/bin/{command}") ? $"/bin/{command}" : $"/usr/bin/{command}");
        }
    }

    /// <summary>What azd would have put into the hook's environment.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        ["AZURE_ENV_NAME"] = "prod",
        ["AZURE_SUBSCRIPTION_ID"] = "sub-1",
        ["AZURE_LOCATION"] = "westeurope",
    };

    public string[] Calls => Lines("calls");

    /// <summary>What the hook put into the azd environment, as lines NAME="value".</summary>
    public string[] Kept => Lines("env");

    public void Remove(string command) => File.Delete(Path.Combine(folder, command));

    /// <summary>Calls that start so print this.</summary>
    public void Answer(string call, params string[] lines) => rules.Add($"-|{call}|0|{string.Join('\t', lines)}");

    /// <summary>Calls that start so fail: the first few, or all.</summary>
    public void Fail(string call, string message, int? times = null, int code = 1) => rules.Insert(0, $"{times?.ToString() ?? "-"}|{call}|{code}|{message}");

    public Finished Run(string hook)
    {
        File.WriteAllLines(Path.Combine(folder, "rules"), rules);
        return Tools.Run("sh", [Tools.At("infra", "hooks", $"{hook}.sh")], new Dictionary<string, string>(Environment)
        {
            ["PATH"] = folder,
            ["FAKE_DIR"] = folder,
            ["PAPERFUNCTIONS_HOOK_DELAY"] = "0",
        });
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(folder, file)) ? File.ReadAllLines(Path.Combine(folder, file)) : [];
}
