namespace PaperFunctions.Flow.Mail;

/// <summary>Turns what we tell a subscriber between editions into mail, as HTML and as a plain-text twin.</summary>
public interface INoticeRenderer
{
    /// <summary>Asks whoever holds the address to confirm the sign-up.</summary>
    Task<RenderedMail> RenderAsync(ConfirmationView confirmation, CancellationToken cancellationToken);

    /// <summary>The link that signs in.</summary>
    Task<RenderedMail> RenderAsync(SignInMailView signIn, CancellationToken cancellationToken);

    /// <summary>The last mail: unsubscribed, or all data deleted.</summary>
    Task<RenderedMail> RenderAsync(GoodbyeView goodbye, CancellationToken cancellationToken);

    /// <summary>Mail is paused, and until when.</summary>
    Task<RenderedMail> RenderAsync(PausedView paused, CancellationToken cancellationToken);
}

/// <param name="SiteName">The product's name as the operator set it.</param>
/// <param name="PostalAddress">The sender's postal address; empty where the operator has set none.</param>
public sealed record SenderView(string SiteName, string PostalAddress);

/// <param name="ConfirmUrl">Opens a page with a button; following the link changes nothing.</param>
/// <param name="ValidUntil">When the link stops working.</param>
/// <param name="Schedule">"every day at 07:00, Europe/Zurich"; words of ours. Nothing that was typed into the form is in this mail: it
/// would carry a stranger's words to any address.</param>
public sealed record ConfirmationView(
    SenderView Sender, string ConfirmUrl, DateTimeOffset ValidUntil, string Schedule);

/// <param name="SignInUrl">Signs in whoever follows it.</param>
/// <param name="ValidUntil">When the link stops working.</param>
public sealed record SignInMailView(SenderView Sender, string SignInUrl, DateTimeOffset ValidUntil);

/// <param name="Deleted">True when all data about the person was deleted; false when mail was stopped and preferences kept.</param>
/// <param name="ReturnUrl">Where to start again.</param>
public sealed record GoodbyeView(SenderView Sender, bool Deleted, string ReturnUrl);

/// <param name="Until">First local day with mail again; null when the person has to resume it.</param>
public sealed record PausedView(SenderView Sender, DateOnly? Until, string PreferencesUrl, string UnsubscribeUrl);
