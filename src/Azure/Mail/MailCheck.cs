using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Mail;

namespace PaperFunctions.Azure.Mail;

/// <summary>Says at start that no mail can go out; the pages and the digests go on without it.</summary>
internal sealed partial class MailCheck(IServiceProvider services, ILogger<MailCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not in the constructor: that runs before the settings are checked, and its failure would hide all other faults.
        if (services.GetRequiredService<IMailSender>().Obstacle is { } obstacle)
        {
            NoMail(logger, obstacle);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 6201, Level = LogLevel.Error, Message = "No mail can go out. {Obstacle}")]
    private static partial void NoMail(ILogger logger, string obstacle);
}
