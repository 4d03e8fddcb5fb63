using PaperFunctions.Local.Mail.Api;
using PaperFunctions.Local.Mail.Pages;

namespace PaperFunctions.Local.Mail;

/// <summary>
/// Takes mail as SendGrid's v3 API does and keeps it instead of sending it. Shows it as a page (<c>/</c>), as JSON
/// (<c>/messages</c>) and as .eml files. It has no login: let it listen on the loopback address only.
/// </summary>
public sealed class MailCapture
{
    private MailCapture(MailCaptureOptions options)
    {
        Messages = new MessageStore(options.Folder);
        Events = options.Events is null ? null : new MailEvents(options.Events, options.Time);
    }

    /// <summary>What has arrived.</summary>
    public MessageStore Messages { get; }

    /// <summary>How the next calls fail, for tests of crash edges.</summary>
    public MailFaults Faults { get; } = new();

    /// <summary>Posts events about messages; null where the options name no target.</summary>
    public MailEvents? Events { get; }

    /// <summary>Adds the capture's addresses.</summary>
    public static MailCapture Map(IEndpointRouteBuilder endpoints, MailCaptureOptions options)
    {
        var capture = new MailCapture(options);
        new SendEndpoint(capture, options).Map(endpoints);
        new MessageEndpoints(capture).Map(endpoints);
        return capture;
    }
}
