namespace PaperFunctions.Pages.Web.Views;

/// <summary>What is kept of people, and for how long. All numbers are days.</summary>
public sealed record PrivacyView(PageFrame Frame)
{
    /// <summary>Of a sign-up that nobody confirms.</summary>
    public required int Pending { get; init; }

    public required int Deliveries { get; init; }

    public required int MailEvents { get; init; }

    public required int Backups { get; init; }

    public required int Logs { get; init; }

    /// <summary>Who runs the site may be written to here; empty if the site does not say.</summary>
    public required string Contact { get; init; }
}
