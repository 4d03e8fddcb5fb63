using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using PaperFunctions.Emulators.Functions.Blobs;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Emulators.Functions.Http;
using PaperFunctions.Emulators.Functions.Queues;
using PaperFunctions.Emulators.Functions.Settings;
using PaperFunctions.Emulators.Functions.Timers;

namespace PaperFunctions.Emulators.Functions;

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

    public static HostPlan Read(IEnumerable<Type> types, IServiceProvider services, FunctionsHostOptions options)
    {
        var problems = new List<string>();
        var configuration = services.GetRequiredService<IConfiguration>();
        var settings = new AppSettings(configuration);
        var functions = FunctionCatalog.Read(types, services.GetRequiredService<IServiceProviderIsService>(), problems);
        var hostJson = HostJson.Read(options.HostJson, configuration, problems);
        var plan = new HostPlan(
            functions,
            hostJson,
            settings.Storage(problems),
            [.. functions.Select(function => BlobPlan.Read(function, settings, problems)).OfType<BlobPlan>()],
            [.. functions.Select(function => QueuePlan.Read(function, settings, problems)).OfType<QueuePlan>()],
            [.. functions.Select(function => TimerPlan.Read(function, settings, problems)).OfType<TimerPlan>()]);
        HttpFunctions.Check(plan.Of<HttpTriggerAttribute>(), hostJson.RoutePrefix, options.FunctionKey, problems);
        return problems.Count == 0 ? plan : throw new FunctionsHostException(problems);
    }
}
