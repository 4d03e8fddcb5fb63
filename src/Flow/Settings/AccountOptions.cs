using Microsoft.Extensions.Options;

namespace PaperFunctions.Flow.Settings;

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>Mails a day (UTC) that anybody can ask for by typing an address: to confirm a sign-up, and to sign in. Above it nobody gets
    /// one before the next day.</summary>
    [Between(1, 1_000_000, ErrorMessage = "Accounts:MailsADay must be between 1 and 1,000,000.")]
    public int MailsADay { get; set; } = 500;
}

[OptionsValidator]
public sealed partial class AccountOptionsValidator : IValidateOptions<AccountOptions>;
