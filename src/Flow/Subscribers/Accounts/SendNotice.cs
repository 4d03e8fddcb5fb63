using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>The short mails around an account: please confirm, goodbye, paused.</summary>
public sealed class SendNotice(
    INoticeRenderer renderer, IMailSender sender, SubscriberLinks links, IOptions<SiteOptions> site, TimeProvider clock)
{
    private static readonly IReadOnlyDictionary<string, string> NoArguments = new Dictionary<string, string>();

    private SenderView Sender => new(site.Value.Name, site.Value.PostalAddress);

    public async Task ConfirmationAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        await SendAsync(subscriber, await renderer.RenderAsync(new ConfirmationView(
            Sender,
            links.Confirm(subscriber),
            clock.GetUtcNow() + SubscriberLinks.ConfirmLife,
            PlanWords.Of(subscriber.Plan)), cancellationToken), unsubscribe: false, cancellationToken);

    public async Task SignInAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        await SendAsync(subscriber, await renderer.RenderAsync(
            new SignInMailView(Sender, links.SignIn(subscriber), clock.GetUtcNow() + SubscriberLinks.SignInLife), cancellationToken),
            unsubscribe: false, cancellationToken);

    public async Task GoodbyeAsync(Subscriber subscriber, bool deleted, CancellationToken cancellationToken) =>
        await SendAsync(
            subscriber, await renderer.RenderAsync(new GoodbyeView(Sender, deleted, site.Value.Link("/")), cancellationToken),
            unsubscribe: false, cancellationToken);

    public async Task PausedAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        await SendAsync(subscriber, await renderer.RenderAsync(new PausedView(
            Sender, subscriber.Plan.PausedUntil, links.Preferences(subscriber), links.Unsubscribe(subscriber)), cancellationToken),
            unsubscribe: true, cancellationToken);

    private async Task SendAsync(Subscriber subscriber, RenderedMail mail, bool unsubscribe, CancellationToken cancellationToken)
    {
        var headers = unsubscribe ? links.OneClick(subscriber) : new Dictionary<string, string>();
        var result = await sender.SendAsync(
            new OutgoingMail(subscriber.Email, mail.Subject, mail.Html, mail.Text, headers, NoArguments), cancellationToken);
        if (result.Outcome == SendOutcome.NotNow)
        {
            throw new MailNotAcceptedException(result.Reason);
        }
    }
}
