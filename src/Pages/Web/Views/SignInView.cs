namespace PaperFunctions.Pages.Web.Views;

/// <summary>The page that mails a link to sign in.</summary>
public sealed record SignInView(PageFrame Frame, SignInForm Form);

public sealed record SignInForm
{
    public string Email { get; init; } = "";

    /// <inheritdoc cref="SignUpForm.Errors"/>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = SignUpForm.NoErrors;

    /// <summary>Why a link is needed, where a reader who is known needs a newer one; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the link goes then, not the whole address: <c>a***@example.org</c>.</summary>
    public string MaskedEmail { get; init; } = "";

    /// <summary>Of the reader who is known.</summary>
    public string Token { get; init; } = "";
}
