namespace PaperFunctions.Flow.Settings;

/// <summary>Settings that the platform fills in from elsewhere, such as <c>@Microsoft.KeyVault(SecretUri=...)</c>.</summary>
/// <remarks>A reference that cannot be resolved is not an error to the platform: the app is given the reference itself, as text.
/// https://learn.microsoft.com/azure/app-service/app-service-key-vault-references</remarks>
public static class SettingReference
{
    /// <summary>The value is a reference that nobody replaced by what it refers to.</summary>
    public static bool IsUnresolved(string? value) =>
        value?.TrimStart().StartsWith("@Microsoft.", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <param name="name">The setting as configuration names it, such as <c>Mail:ApiKey</c>.</param>
    public static string Sentence(string name) =>
        $"{name} is missing: its reference was not resolved. See that the secret exists and that the app's identity may read it, then "
        + "restart the app.";
}
