using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using PaperFunctions.Local.Host.Blobs;
using PaperFunctions.Local.Host.Discovery;
using PaperFunctions.Local.Host.Http;
using PaperFunctions.Local.Host.Queues;
using PaperFunctions.Local.Host.Settings;
using PaperFunctions.Local.Host.Timers;

namespace PaperFunctions.Local.Host;

/// <summary>What is to be hosted, read and checked before anything runs.</summary>
internal sealed record HostPlan(
    IReadOnlyList<FunctionEntry> Functions,
    HostJson HostJson,
    string Storage,
    IReadOnlyList<BlobPlan> Blobs,
    IReadOnlyList<QueuePlan> Queues,
    IReadOnlyList<TimerPlan> Timers)
{
    public IReadOnlyList<FunctionEntry> Of<T>()
        where T : TriggerBindingAttribute => [.. Functions.Where(function => function.Trigger is T)];

    public static HostPlan Read(IEnumerable<Type> types, IServiceProvider services, LocalFunctionsOptions options)
    {
        var problems = new List<string>();
        var configuration = services.GetRequiredService<IConfiguration>();
        var settings = new AppSettings(configuration);
        var known = services.GetRequiredService<IServiceProviderIsService>();
        var functions = FunctionCatalog.Read(types, known, problems);
        var hostJson = HostJson.Read(options.HostJson, configuration, problems);
        var plan = new HostPlan(
            functions,
            hostJson,
            settings.Connection(null, "This host", problems) ?? "",
            [.. functions.Select(function => BlobPlan.Read(function, settings, problems)).OfType<BlobPlan>()],
            [.. functions.Select(function => QueuePlan.Read(function, settings, problems)).OfType<QueuePlan>()],
            [.. functions.Select(function => TimerPlan.Read(function, settings, problems)).OfType<TimerPlan>()]);
        if (!QueueNames.IsValid(options.HostId) || options.HostId.Length > 32)
        {
            problems.Add($"The host id '{options.HostId}' must be 3 to 32 lower-case letters, digits and single hyphens.");
        }

        if (functions.Any(MethodRules.ReturnsAction) && !known.IsService(typeof(IActionResultExecutor<ObjectResult>)))
        {
            problems.Add($"Functions return IActionResult, but nothing can write them: call {nameof(LocalFunctionsHost)}.{nameof(LocalFunctionsHost.AddServices)} on the services.");
        }

        HttpFunctions.Check(plan.Of<HttpTriggerAttribute>(), hostJson.RoutePrefix, options.FunctionKey, problems);
        return problems.Count == 0 ? plan : throw new LocalFunctionsException(problems);
    }
}
