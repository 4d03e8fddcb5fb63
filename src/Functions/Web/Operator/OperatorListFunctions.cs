using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions.Web.Limits;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The operator's lists behind a login, as <see cref="OperatorFunctions"/>.</summary>
public sealed class OperatorListFunctions(
    ErrorBoundary boundary, OperatorLogin login, OperatorImports imports, OperatorDigestPages digests, OperatorDeliveryPages deliveries)
{
    [Function(nameof(OperatorImportsList))]
    public Task<IActionResult> OperatorImportsList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/imports")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await imports.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorImportsForm))]
    public Task<IActionResult> OperatorImportsForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operator/imports")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await imports.StartAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorDigestsList))]
    public Task<IActionResult> OperatorDigestsList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/digests")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await digests.ListAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorDigestOne))]
    public Task<IActionResult> OperatorDigestOne(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/digest")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await digests.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorDeliveriesList))]
    public Task<IActionResult> OperatorDeliveriesList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/deliveries")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await deliveries.ListAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperatorEditionAsSent))]
    public Task<IActionResult> OperatorEditionAsSent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "operator/edition")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, async cancellationToken =>
            await login.RefuseAsync(request) ?? await deliveries.ShowAsync(request, cancellationToken), cancellationToken);
}
