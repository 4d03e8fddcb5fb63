using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.LocalTests.Emulators.Functions.Samples;

public sealed class PageSamples
{
    [Function("Json")]
    public IActionResult Json([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "papers/{id}/{rank:int?}")] HttpRequest request,
        string id, string? rank) =>
        new OkObjectResult(new { PaperId = id, rank, Query = request.Query["q"].ToString() });

    [Function("Html")]
    public IResult Html([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "/")] HttpRequest request) =>
        Results.Content("<h1>Home</h1>", "text/html");

    [Function("Direct")]
    public Task DirectAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync("written by Direct");

    [Function("Twin")]
    public async Task<IActionResult> TwinAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post",
        Route = "papers/{id}/{rank:int?}")] HttpRequest request, string id)
    {
        using var reader = new StreamReader(request.Body);
        return new ContentResult { Content = $"{id} {await reader.ReadToEndAsync()}", StatusCode = 201 };
    }

    [Function("Keyed")]
    public IActionResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) => new OkResult();

    [Function("Throws")]
    public IActionResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws/{late:bool}")] HttpRequest request,
        string late) =>
        late == "true" ? new LateFailure() : throw new InvalidOperationException("Not for the public.");

    private sealed class LateFailure : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            await context.HttpContext.Response.WriteAsync(new string('x', 100_000));
            throw new InvalidOperationException("In the middle of the answer.");
        }
    }
}
