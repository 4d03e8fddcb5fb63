using System.Text.RegularExpressions;

namespace PaperFunctions.Emulators.Functions.Settings;

/// <summary>App settings as triggers name them.</summary>
internal sealed partial class AppSettings(IConfiguration configuration)
{
    private const string HostStorage = "AzureWebJobsStorage";

    /// <summary>Replaces each <c>%Name%</c> by the setting; one that is missing becomes a problem.</summary>
    public string Resolve(string text, string where, List<string> problems) => Reference().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        if (configuration[name] is { Length: > 0 } value)
        {
            return value;
        }

        problems.Add($"{where}: the setting '{name}', named in '{text}', is not set.");
        return match.Value;
    });

    /// <summary>The storage account's connection string; empty, and a problem, where it is not set.</summary>
    public string Storage(List<string> problems)
    {
        if (configuration[HostStorage] is { Length: > 0 } value)
        {
            return value;
        }

        problems.Add($"The setting '{HostStorage}' with the storage connection string is not set.");
        return "";
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
