using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions.Compose;

/// <summary>Turns an edition into the mail that is sent.</summary>
public sealed class ComposeEdition(IMailRenderer renderer, SubscriberLinks links, IOptions<SiteOptions> site)
{
    /// <summary>Names of the arguments that come back with the provider's events.</summary>
    public const string SubscriberArgument = "subscriber";

    /// <inheritdoc cref="SubscriberArgument"/>
    public const string EditionArgument = "edition";

    public async Task<OutgoingMail> RunAsync(Edition edition, CancellationToken cancellationToken)
    {
        var rendered = await renderer.RenderAsync(ViewOf(edition), cancellationToken);
        var subscriber = edition.Subscriber;
        return new OutgoingMail(
            subscriber.Email, rendered.Subject, rendered.Html, rendered.Text,
            links.OneClick(subscriber),
            new Dictionary<string, string> { [SubscriberArgument] = subscriber.Id, [EditionArgument] = edition.Key });
    }

    public EditionView ViewOf(Edition edition)
    {
        var first = edition.Picks[0].Paper.Paper.Title;
        var subscriber = edition.Subscriber;
        return new EditionView
        {
            Date = edition.Date,
            Subject = Subject(first, edition.Picks.Count - 1),
            Preview = Preview(edition.Picks),
            Picks = [.. edition.Picks.Select(p => PickViews.Of(p, edition, links))],
            Others = edition.Others,
            OthersUrl = links.Edition(subscriber, edition.Key),
            PreferencesUrl = links.Preferences(subscriber),
            DeliveriesUrl = links.Deliveries(subscriber),
            UnsubscribeUrl = links.Unsubscribe(subscriber),
            SiteName = site.Value.Name,
            PostalAddress = site.Value.PostalAddress,
        };
    }

    private static string Subject(string title, int more)
    {
        var shown = CleanText.Shorten(CleanText.Line(title), 90);
        return more == 0 ? shown : $"{shown} + {more} more";
    }

    private static string Preview(IReadOnlyList<Pick> picks) => picks.Count == 1
        ? string.Join("; ", picks[0].Why)
        : "Also: " + string.Join("; ", picks.Skip(1).Take(2).Select(p => CleanText.Shorten(CleanText.Line(p.Paper.Paper.Title), 90)));
}
