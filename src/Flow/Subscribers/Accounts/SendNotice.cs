using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Accounts;

/// <summary>The short mails around an account: please confirm, goodbye, paused. Those that anybody can ask for are bounded by
/// <see cref="MailAllowance"/>, whoever asks.</summary>
public sealed class SendNotice(
    INoticeRenderer renderer, IMailSender sender, SubscriberLinks links, MailAllowance allowance,
    IOptions<SiteOptions> site, TimeProvider clock)
{
    private static readonly IReadOnlyDictionary<string, string> NoArguments = new Dictionary<string, string>();

    private SenderView Sender => new(site.Value.Name, site.Value.PostalAddress);

    /// <returns>False if no mail went out, because the day's limit of the address or of the site is reached.</returns>
    public Task<bool> ConfirmationAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        WithinLimitsAsync("confirm", SignUpSubscriber.Mail.MailsADay, subscriber, async () => await renderer.RenderAsync(
            new ConfirmationView(
                Sender, links.Confirm(subscriber), clock.GetUtcNow() + SubscriberLinks.ConfirmLife, PlanWords.Of(subscriber.Plan)),
            cancellationToken), cancellationToken);

    /// <inheritdoc cref="ConfirmationAsync"/>
    public Task<bool> SignInAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        WithinLimitsAsync("sign-in", SignInSubscriber.Mail.MailsADay, subscriber, async () => await renderer.RenderAsync(
            new SignInMailView(Sender, links.SignIn(subscriber), clock.GetUtcNow() + SubscriberLinks.SignInLife), cancellationToken),
            cancellationToken);

    public async Task GoodbyeAsync(Subscriber subscriber, bool deleted, CancellationToken cancellationToken) =>
        await SendAsync(
            subscriber, await renderer.RenderAsync(new GoodbyeView(Sender, deleted, site.Value.Link("/")), cancellationToken),
            unsubscribe: false, cancellationToken);

    public async Task PausedAsync(Subscriber subscriber, CancellationToken cancellationToken) =>
        await SendAsync(subscriber, await renderer.RenderAsync(new PausedView(
            Sender, subscriber.Plan.PausedUntil, links.Preferences(subscriber), links.Unsubscribe(subscriber)), cancellationToken),
            unsubscribe: true, cancellationToken);

    private async Task<bool> WithinLimitsAsync(
        string kind, int most, Subscriber subscriber, Func<Task<RenderedMail>> render, CancellationToken cancellationToken)
    {
        if (await allowance.TakeAsync(kind, subscriber.Email, most, cancellationToken) is not { } taken)
        {
            return false;
        }

        try
        {
            await SendAsync(subscriber, await render(), unsubscribe: false, cancellationToken);
            return true;
        }
        catch
        {
            await allowance.GiveBackAsync(taken, CancellationToken.None);
            throw;
        }
    }

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
