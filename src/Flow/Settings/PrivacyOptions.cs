using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Settings;

/// <summary>Section <c>Privacy</c>: what the privacy page says of things that the platform deletes, not the app.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Days that the storage account's own rule keeps the nightly backups.</summary>
    [Between(7, 3650, ErrorMessage = "Privacy:BackupDays must be between 7 and 3650.")]
    public int BackupDays { get; set; } = 35;

    /// <summary>Days that the workspace keeps logs and traces.</summary>
    [Between(30, 730, ErrorMessage = "Privacy:LogDays must be between 30 and 730.")]
    public int LogDays { get; set; } = 30;
}

[OptionsValidator]
public sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
