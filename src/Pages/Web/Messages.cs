using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Pages.Web;

/// <summary>The messages that pages answer with.</summary>
public static class Messages
{
    private static readonly MessageLink Home = new("To the start page", Addresses.Home);

    /// <summary>The answer to every sign-up, whether the address is known or not.</summary>
    public static MessageView CheckYourMail(PageFrame frame) => new(
        frame,
        "Check your mail",
        [
            "If that address can get mail from us, a message is on its way. Open the link in it to confirm; nothing is sent before you do.",
            "Nothing there after ten minutes? Look into the spam folder, then try again.",
        ],
        [Home]);

    /// <summary>The answer to everybody who asks for a link to sign in.</summary>
    public static MessageView SignInMailed(PageFrame frame) => new(
        frame,
        "Check your mail",
        [
            "If that address gets papers from us, a link is on its way. It signs you in and works for an hour.",
            "Nothing there after ten minutes? Look into the spam folder, then try again.",
        ],
        [Home]);

    public static MessageView SignedOut(PageFrame frame) => new(
        frame, "You are signed out", ["Here, that is: the links in your mails still sign you in."],
        [new("Sign in", Addresses.SignIn), Home]);

    public static MessageView Unsubscribed(PageFrame frame) => new(
        frame,
        "You are unsubscribed",
        ["No more mail will come. Your preferences are kept, so that you can come back; you can delete them too."],
        [.. ForSubscriber(frame), Home]);

    public static MessageView Deleted(PageFrame frame) => new(
        frame, "Your data is deleted", ["Your address, interests, votes and the list of your editions are gone."], [Home]);

    public static MessageView NotFound(PageFrame frame, string what) => new(
        frame, "Not found", [$"There is no such {what} here. The address may be mistyped or old."],
        [new("Search", Addresses.Search), Home]);

    /// <summary>For a token that is expired, was made for something else, or was changed.</summary>
    public static MessageView BadLink(PageFrame frame) => new(
        frame,
        "This link does not work",
        ["It has expired, was not copied whole, or is for another page. Nothing was changed.",
            "Use the links of your newest mail, or ask for a new one."],
        [new("Sign in", Addresses.SignIn), Home]);

    /// <summary>For a link to confirm that was used, or that something newer has overtaken.</summary>
    public static MessageView ConfirmUsed(PageFrame frame) => new(
        frame,
        "This link has been used",
        ["A link to confirm works once. If you have confirmed, all is well: sign in to see your preferences.",
            "If you have left since and want mail again, sign up again."],
        [new("Sign in", Addresses.SignIn), Home]);

    /// <summary>The site's limit of a day is reached.</summary>
    public static MessageView Spent(PageFrame frame) => new(
        frame,
        "No more mails today",
        ["Unusually many people asked for a mail today, so this site sends no more of them before tomorrow. Nothing was changed.",
            "Please try again tomorrow. Editions are not affected."],
        [Home]);

    public static MessageView BadRequest(PageFrame frame, string reason) => new(
        frame, "That could not be read", [reason, "Nothing was changed."], [Home]);

    public static MessageView TooMany(PageFrame frame) => new(
        frame, "Too many requests", ["Please wait a minute and try again. Nothing was changed."], [Home]);

    public static MessageView TooSlow(PageFrame frame) => new(
        frame, "This took too long", ["It was stopped so that others need not wait. Please try again in a minute."], [Home]);

    /// <summary>A service that the site is on does not answer for now.</summary>
    public static MessageView Unavailable(PageFrame frame) => new(
        frame, "Not available right now", ["Something that this site needs does not answer. Please try again in a minute."],
        [Home]);

    /// <param name="reference">Names this failure in the logs.</param>
    public static MessageView Failed(PageFrame frame, string reference) => new(
        frame, "Something went wrong here",
        ["It is not your fault. Please try again in a few minutes.", $"If you report it, name {reference}."], [Home]);

    private static IEnumerable<MessageLink> ForSubscriber(PageFrame frame) =>
        frame.PreferencesToken is { } token
            ? [new("Your preferences", Addresses.With(Addresses.Preferences, (FieldNames.Token, token)))]
            : [];
}
