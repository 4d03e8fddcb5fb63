using Microsoft.Extensions.Configuration;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The built-in authentication of the platform.</summary>
/// <param name="IsOn">As the platform itself says. Only then does it take away headers by which anybody could pass for a person who has
/// logged in.</param>
public sealed record PlatformLogin(bool IsOn)
{
    /// <summary>Set by the platform, never by hand.</summary>
    private const string Setting = "WEBSITE_AUTH_ENABLED";

    public static PlatformLogin Of(IConfiguration configuration) =>
        new(string.Equals(configuration[Setting], "True", StringComparison.OrdinalIgnoreCase));
}
