using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>Signing in by a mailed link, and out.</summary>
public sealed class SignInFunctions(
    ErrorBoundary boundary, WebPages pages, Sessions sessions, IFlowQueues queues, MailAllowance allowance,
    SignInSubscriber signIn, LinkAuthenticator authenticator)
{
    /// <summary>Following the mailed link starts a session for whoever follows it and changes nothing else: a mail scanner gets one that
    /// it throws away.</summary>
    [Function(nameof(SignInPage))]
    public Task<IActionResult> SignInPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Page, async cancellationToken =>
    {
        if (request.Token() is not { Length: > 0 } token)
        {
            return await pages.SignInAsync(request, new SignInForm());
        }

        if (await authenticator.OpenAsync(token, LinkPurpose.SignIn, cancellationToken) is not { } opened)
        {
            return await pages.BadLinkAsync(request);
        }

        sessions.Start(request, opened.Subscriber, SubscriberLinks.MailedAt(opened.Link));
        return HttpResults.SeeOther(request, Addresses.Preferences);
    }, cancellationToken);

    /// <summary>The same answer, after the same work, whether the address is known or not.</summary>
    [Function(nameof(AskToSignIn))]
    public Task<IActionResult> AskToSignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.SignUp, async cancellationToken =>
    {
        var form = await request.FormAsync(cancellationToken);
        var typed = form?.Value(FieldNames.Email) ?? "";
        var reader = typed.Length == 0 ? await sessions.PostedAsync(request, form, cancellationToken) : null;
        if ((reader?.Subscriber.Email ?? EmailAddress.Normalise(typed)) is not { } email)
        {
            return await pages.SignInAsync(request, new SignInForm
            {
                Email = SignUpForms.Cut(typed, FieldLimits.Email),
                Errors = new Dictionary<string, string> { [FieldNames.Email] = "Give one mail address, such as name@example.org." },
            }, StatusCodes.Status400BadRequest);
        }

        if (await allowance.IsSpentAsync(cancellationToken))
        {
            return await pages.SpentAsync(request);
        }

        await queues.SendAsync(new SignIn(1, email), cancellationToken);
        return await pages.MessageAsync(request, Messages.SignInMailed(pages.Frame(request)));
    }, cancellationToken);

    [Function(nameof(OnSignIn))]
    public Task OnSignIn([QueueTrigger(SignIn.Queue)] SignIn message, CancellationToken cancellationToken) =>
        signIn.RunAsync(message, cancellationToken);

    [Function(nameof(SignOut))]
    public Task<IActionResult> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request,
            CancellationToken cancellationToken) => boundary.RunAsync(request, Limited.Change, async cancellationToken =>
    {
        sessions.End(request);
        return await pages.MessageAsync(request, Messages.SignedOut(pages.Frame(request)));
    }, cancellationToken);
}
