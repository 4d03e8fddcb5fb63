using System.Globalization;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Pages.Mail;

/// <summary>A short mail: a title, a few paragraphs, at most one button, links at the foot.</summary>
public sealed record Notice
{
    public required string Subject { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public MailAction? Button { get; init; }

    public IReadOnlyList<MailAction> Links { get; init; } = [];

    public required SenderView Sender { get; init; }

    internal static Notice Of(ConfirmationView view)
    {
        var site = Cut(view.Sender.SiteName);
        var until = view.ValidUntil.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return new Notice
        {
            Sender = Clean(view.Sender),
            Subject = $"Confirm your papers from {site}",
            Title = "Please confirm your address",
            Paragraphs =
            [
                $"Somebody, we hope you, asked {site} to send papers to this address, {Cut(view.Schedule)}.",
                $"The link opens a page where you say yes; it works until {until} UTC. "
                    + "If it was not you, do nothing: no other mail will follow.",
            ],
            Button = new MailAction("Confirm my address", view.ConfirmUrl),
        };
    }

    internal static Notice Of(SignInMailView view)
    {
        var until = view.ValidUntil.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return new Notice
        {
            Sender = Clean(view.Sender),
            Subject = $"Sign in to {Cut(view.Sender.SiteName)}",
            Title = "Your link to sign in",
            Paragraphs =
            [
                $"It signs you in on the device where you open it, and works until {until} UTC.",
                "If you did not ask for it, do nothing, and do not pass this mail on.",
            ],
            Button = new MailAction("Sign in", view.SignInUrl),
        };
    }

    internal static Notice Of(GoodbyeView view)
    {
        var site = Cut(view.Sender.SiteName);
        return new Notice
        {
            Sender = Clean(view.Sender),
            Subject = view.Deleted ? $"{site} has deleted your data" : $"{site} will not mail you any more",
            Title = view.Deleted ? "Your data is deleted" : "You are unsubscribed",
            Paragraphs =
            [
                view.Deleted
                    ? "Your address, interests, votes and the list of your editions are gone. This is the last mail."
                    : "This is the last mail. Your preferences are kept, so that you can come back, until you delete them.",
            ],
            Links = [new MailAction("Sign up again", view.ReturnUrl)],
        };
    }

    internal static Notice Of(PausedView view) => new()
    {
        Sender = Clean(view.Sender),
        Subject = $"Your papers from {Cut(view.Sender.SiteName)} are paused",
        Title = "Paused",
        Paragraphs =
        [
            view.Until is { } until
                ? $"No editions until {EditionWords.Date(until)}. On that day they start again by themselves."
                : "No editions until you resume them on your preferences page.",
        ],
        Links = [new MailAction("Change what you get", view.PreferencesUrl), new MailAction("Unsubscribe", view.UnsubscribeUrl)],
    };

    private static string Cut(string text) => CleanText.Shorten(CleanText.Line(text), 120);

    private static SenderView Clean(SenderView sender) =>
        new(Cut(sender.SiteName), CleanText.Shorten(CleanText.Line(sender.PostalAddress), EditionFit.MaxPostalAddress));
}

public sealed record MailAction(string Text, string Url);
