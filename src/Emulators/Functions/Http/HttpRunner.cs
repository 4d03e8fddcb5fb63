using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Emulators.Functions.Execution;

namespace PaperFunctions.Emulators.Functions.Http;

/// <summary>Runs an HTTP function for a request and writes what it returns.</summary>
internal sealed class HttpRunner(FunctionInvoker invoker, string? key, CancellationToken execution)
{
    public async Task RunAsync(FunctionEntry function, HttpContext http)
    {
        if (!FunctionKey.Admits(http.Request, ((HttpTriggerAttribute)function.Trigger).AuthLevel, key))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, execution);
        var data = http.Request.RouteValues.ToDictionary(pair => pair.Key, pair => pair.Value as string, StringComparer.OrdinalIgnoreCase);
        var cause = new TriggerEvent(http, data, $"{http.Request.Method} {http.Request.Path}");
        var before = http.RequestServices;
        var run = await invoker.RunAsync(
            function, cause, Attempt.Only, ended.Token, services => http.RequestServices = services, result => WriteAsync(result, http));
        http.RequestServices = before;
        if (!run.Succeeded && !http.RequestAborted.IsCancellationRequested)
        {
            await FailAsync(http, run.TraceId);
        }
    }

    private static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult plain => plain.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };

    private static async Task FailAsync(HttpContext http, string traceId)
    {
        if (http.Response.HasStarted)
        {
            http.Abort(); // half an answer must not look like a whole one
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await http.Response.WriteAsJsonAsync(
            new { error = "Something went wrong here; the log has the details under this trace id.", traceId });
    }
}
