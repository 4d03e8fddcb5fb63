namespace PaperFunctions.Pages.Web.Views;

/// <param name="Catalogues">Those that are asked, in order; empty where look-ups are off.</param>
/// <param name="Waiting">Papers that are asked for next.</param>
/// <param name="Later">Papers that are asked for again on a later day.</param>
public sealed record LookUpsView(IReadOnlyList<CatalogueView> Catalogues, int Waiting, int Later);

/// <param name="PausedUntil">Not asked before; null where it is asked.</param>
/// <param name="Reason">Why it is paused, as a sentence.</param>
public sealed record CatalogueView(string Title, DateTimeOffset? PausedUntil, string? Reason);
