#nullable disable // as the package has it
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Sends mail. The package's interface has further members: use it as a caller, don't implement it.</summary>
public interface ISendGridClient
{
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
