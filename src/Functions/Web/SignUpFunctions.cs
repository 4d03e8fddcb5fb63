using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web;

/// <summary>Signing up and confirming.</summary>
public sealed class SignUpFunctions(
    ErrorBoundary boundary, WebPages pages, Landing landing, IFlowQueues queues, SignUpSubscriber signUp, MailAllowance allowance,
    SubscriberAccount accounts, LinkAuthenticator authenticator, Sessions sessions, SubscriberLinks links, WelcomePages welcome)
{
    /// <summary>The same answer, after the same work, whether the address is known or not.</summary>
    [Function(nameof(Subscribe))]
    public Task<IActionResult> Subscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "subscribe")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.SignUp, async cancellationToken =>
    {
        if (await request.FormAsync(cancellationToken) is not { } posted)
        {
            return await pages.BadRequestAsync(request, "The form did not arrive whole.");
        }

        var (wish, form) = SignUpForms.Read(posted);
        if (wish is null)
        {
            return await pages.PublicAsync<LandingPage, LandingView>(
                request, await landing.ViewAsync(request, form, cancellationToken), StatusCodes.Status400BadRequest);
        }

        if (await allowance.IsSpentAsync(cancellationToken))
        {
            return await pages.SpentAsync(request);
        }

        await queues.SendAsync(wish, cancellationToken);
        return await pages.MessageAsync(request, Messages.CheckYourMail(pages.Frame(request)));
    }, cancellationToken);

    [Function(nameof(OnSignUp))]
    public Task OnSignUp([QueueTrigger(SignUp.Queue)] SignUp message, CancellationToken cancellationToken) =>
        signUp.RunAsync(message, cancellationToken);

    [Function(nameof(ConfirmPage))]
    public Task<IActionResult> ConfirmPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "confirm")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Page, async cancellationToken =>
    {
        var token = request.Token();
        return await authenticator.OpenAsync(token, LinkPurpose.Confirm, cancellationToken) is not { Subscriber: var subscriber } opened
            ? await pages.BadLinkAsync(request)
            : !SubscriberAccount.CanConfirm(subscriber, opened.Link) ? await UsedAsync(request)
            : await pages.PrivateAsync<Pages.Web.ConfirmPage, ConfirmView>(request, new ConfirmView(
                pages.Frame(request), token, subscriber.Email,
                    [.. subscriber.Interests.Where(i => i.Kind == InterestKind.Topic).Select(i => i.Text)],
                PlanWords.Of(subscriber.Plan)));
    }, cancellationToken);

    [Function(nameof(Confirm))]
    public Task<IActionResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "confirm")] HttpRequest request, CancellationToken cancellationToken) =>
            boundary.RunAsync(request, Limited.Change, async cancellationToken =>
    {
        var form = await request.FormAsync(cancellationToken);
        if (await authenticator.OpenAsync(request.Token(form), LinkPurpose.Confirm, cancellationToken) is not { } opened)
        {
            return await pages.BadLinkAsync(request);
        }

        if (await accounts.ConfirmAsync(opened.Link, cancellationToken) is not { } subscriber)
        {
            return await UsedAsync(request);
        }

        var mailedAt = SubscriberLinks.MailedAt(opened.Link);
        sessions.Start(request, subscriber, mailedAt);
        var reader = new Reader(subscriber, links.Mailed(subscriber, mailedAt, LinkPurpose.Manage) ?? "", mailedAt);
        Readers.Set(request, reader); // Leads on by its token too, for a browser that keeps no cookies.
        return await welcome.ShowAsync(request, reader, cancellationToken);
    }, cancellationToken);

    /// <summary>The link was good once; what it may do now is said the same way, whatever became of the person.</summary>
    private Task<IActionResult> UsedAsync(HttpRequest request) =>
        pages.MessageAsync(request, Messages.ConfirmUsed(pages.Frame(request)), StatusCodes.Status403Forbidden);
}
