namespace PaperFunctions.Flow.Mail;

/// <summary>Turns an edition into mail.</summary>
public interface IMailRenderer
{
    /// <summary>The edition as HTML (under <see cref="MailLimits.MaxHtmlBytes"/> for any input) and as a plain-text twin.</summary>
    Task<RenderedMail> RenderAsync(EditionView edition, CancellationToken cancellationToken);
}

/// <param name="Subject">One line, no control characters.</param>
public sealed record RenderedMail(string Subject, string Html, string Text);

public static class MailLimits
{
    /// <summary>Gmail clips a message whose HTML is longer than about 102 KB; 100,000 bytes of UTF-8 stay clear of it.</summary>
    public const int MaxHtmlBytes = 100_000;
}
