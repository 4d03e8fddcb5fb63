using System.Text.RegularExpressions;

namespace PaperFunctions.Local.Host.Settings;

/// <summary>App settings as triggers name them.</summary>
internal sealed partial class AppSettings(IConfiguration configuration)
{
    public const string HostStorage = "AzureWebJobsStorage";

    private readonly HashSet<string> _missing = [];

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

    /// <summary>The connection string that a trigger names, looked for as the worker does; null, and a problem, where there is none.</summary>
    public string? Connection(string? name, string where, List<string> problems)
    {
        name ??= HostStorage;
        if (_missing.Contains(name))
        {
            return null; // told once, for the first that asked
        }

        var value = configuration["AzureWebJobs" + name] ?? configuration[name] ?? configuration.GetConnectionString(name);
        if (value is { Length: > 0 })
        {
            return value;
        }

        _missing.Add(name);
        problems.Add(configuration.GetSection(name).GetChildren().Any()
            ? $"{where}: the connection '{name}' is given as service addresses with an identity; on one machine set '{name}' to a connection string."
            : $"{where}: the setting '{name}' with the storage connection string is not set.");
        return null;
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
