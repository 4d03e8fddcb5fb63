#nullable disable // as the package has it

namespace SendGrid.Helpers.Mail;

/// <summary>Makes usual messages.</summary>
public class MailHelper
{
    /// <summary>One mail to one recipient; a body that is null or empty is left out.</summary>
    public static SendGridMessage CreateSingleEmail(EmailAddress from, EmailAddress to, string subject, string plainTextContent,
        string htmlContent)
    {
        var message = new SendGridMessage();
        message.SetFrom(from);
        message.SetSubject(subject);
        if (!string.IsNullOrEmpty(plainTextContent))
            message.AddContent(MimeType.Text, plainTextContent);
        if (!string.IsNullOrEmpty(htmlContent))
            message.AddContent(MimeType.Html, htmlContent);
        message.AddTo(to);
        return message;
    }
}
