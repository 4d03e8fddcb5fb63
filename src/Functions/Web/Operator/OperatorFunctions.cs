using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions.Web.Limits;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The operator's page and its forms behind a login with Entra. The host lets everybody through to these routes,
/// so each of them asks <see cref="OperatorLogin"/> first, which lets nobody in unless it is set up.</summary>
public sealed class OperatorFunctions(
    ErrorBoundary boundary, OperatorLogin login, OperatorPages show, OperatorForms forms, PreviewPages preview,
    OperatorPeople people)
{
    [Function(nameof(Operator))]
    public Task<IActionResult> Operator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await show.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorDigests))]
    public Task<IActionResult> OperatorDigests(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operator/digests")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await forms.DropAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorRetry))]
    public Task<IActionResult> OperatorRetry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operator/retry")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await forms.RetryAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorPreview))]
    public Task<IActionResult> OperatorPreview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/preview")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await preview.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorPeopleList))]
    public Task<IActionResult> OperatorPeopleList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/people")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await people.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorPeopleForm))]
    public Task<IActionResult> OperatorPeopleForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operator/people")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await people.ActAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorPeopleFile))]
    public Task<IActionResult> OperatorPeopleFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/people.csv")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await people.ExportAsync(request, cancellationToken), cancellationToken);
}
