using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions.Web.Limits;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The operator's lists behind a function key, as <see cref="OperatorKeyFunctions"/>.</summary>
public sealed class OperatorListKeyFunctions(
    ErrorBoundary boundary, OperatorImports imports, OperatorDigestPages digests, OperatorDeliveryPages deliveries)
{
    [Function(nameof(OperationImportsList))]
    public Task<IActionResult> OperationImportsList(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/imports")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken =>
            imports.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationImportsForm))]
    public Task<IActionResult> OperationImportsForm(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operation/imports")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken =>
            imports.StartAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationDigestsList))]
    public Task<IActionResult> OperationDigestsList(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/digests")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken =>
            digests.ListAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationDigestOne))]
    public Task<IActionResult> OperationDigestOne(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/digest")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken =>
            digests.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationDeliveriesList))]
    public Task<IActionResult> OperationDeliveriesList(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/deliveries")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken =>
            deliveries.ListAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationEditionAsSent))]
    public Task<IActionResult> OperationEditionAsSent(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/edition")] HttpRequest request,
            CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken =>
            deliveries.ShowAsync(request, cancellationToken), cancellationToken);
}
