using PaperFunctions.Emulators.SendGrid.Messages;

namespace PaperFunctions.Emulators.SendGrid;

/// <summary>An emulator of SendGrid: it takes mail as the v3 API does and keeps it instead of sending it. It shows the mail as pages
/// (<c>/</c>),
/// as JSON (<c>/messages</c>) and as .eml files. It has no login, so let it listen on the loopback address only. See
/// docs/local.md.</summary>
public sealed class MailCapture
{
    private MailCapture(MailCaptureOptions options)
    {
        Messages = new MessageStore(options.Folder);
        Events = options.Events is null ? null : new MailEvents(options.Events);
    }

    /// <summary>What has arrived.</summary>
    public MessageStore Messages { get; }

    /// <summary>How the next calls fail, for tests of crash edges.</summary>
    public MailFaults Faults { get; } = new();

    /// <summary>Posts events about messages; null if the options name no target.</summary>
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
