namespace PaperFunctions.Pages.Web.Views;

/// <summary>What every page shows around its content.</summary>
public sealed record PageFrame
{
    public required string SiteName { get; init; }

    /// <summary>The operator's postal address; empty if none is set.</summary>
    public string PostalAddress { get; init; } = "";

    /// <summary>Where a subscriber came in with a token: it is carried on to their other pages. Empty if a session knows them;
    /// null if nobody is known.</summary>
    public string? PreferencesToken { get; init; }

    /// <inheritdoc cref="PreferencesToken"/>
    public string? DeliveriesToken { get; init; }

    /// <summary>Whether there is a session to sign out of.</summary>
    public bool IsSignedIn { get; init; }
}
