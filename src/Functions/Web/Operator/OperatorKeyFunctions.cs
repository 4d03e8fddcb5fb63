using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions.Web.Limits;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The operator's page and its forms behind a function key, which the host asks for before anything here runs.</summary>
public sealed class OperatorKeyFunctions(ErrorBoundary boundary, OperatorPages show, OperatorForms forms, PreviewPages preview,
    OperatorPeople people)
{
    [Function(nameof(Operation))]
    public Task<IActionResult> Operation(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken => show.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationDigests))]
    public Task<IActionResult> OperationDigests(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operation/digests")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken => forms.DropAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationRetry))]
    public Task<IActionResult> OperationRetry(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operation/retry")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken => forms.RetryAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationPreview))]
    public Task<IActionResult> OperationPreview(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/preview")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken => preview.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationPeopleList))]
    public Task<IActionResult> OperationPeopleList(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/people")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken => people.ShowAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationPeopleForm))]
    public Task<IActionResult> OperationPeopleForm(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operation/people")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator, cancellationToken => people.ActAsync(request, cancellationToken), cancellationToken);

    [Function(nameof(OperationPeopleFile))]
    public Task<IActionResult> OperationPeopleFile(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "operation/people.csv")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Operator,
            cancellationToken => people.ExportAsync(request, cancellationToken), cancellationToken);
}
