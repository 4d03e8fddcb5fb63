using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using PaperFunctions.Local.Host.Blobs;
using PaperFunctions.Local.Host.Discovery;
using PaperFunctions.Local.Host.Http;
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
        var functions = FunctionCatalog.Read(types, services.GetRequiredService<IServiceProviderIsService>(), problems);
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

        HttpFunctions.Check(plan.Of<HttpTriggerAttribute>(), hostJson.RoutePrefix, options.FunctionKey, problems);
        return problems.Count == 0 ? plan : throw new LocalFunctionsException(problems);
    }
}

internal sealed record BlobPlan(FunctionEntry Function, BlobPattern Pattern, string Connection)
{
    public static BlobPlan? Read(FunctionEntry function, AppSettings settings, List<string> problems)
    {
        if (function.Trigger is not BlobTriggerAttribute trigger)
        {
            return null;
        }

        var where = FunctionEntry.Describe(function.Name, function.Method);
        var connection = settings.Connection(trigger.Connection, where, problems);
        var pattern = BlobPattern.TryParse(settings.Resolve(trigger.BlobPath, where, problems), out var problem);
        if (problem is not null)
        {
            problems.Add($"{where}: {problem}.");
        }

        return pattern is null || connection is null ? null : new BlobPlan(function, pattern, connection);
    }
}

internal sealed record QueuePlan(FunctionEntry Function, string Queue, string Connection)
{
    public static QueuePlan? Read(FunctionEntry function, AppSettings settings, List<string> problems)
    {
        if (function.Trigger is not QueueTriggerAttribute trigger)
        {
            return null;
        }

        var where = FunctionEntry.Describe(function.Name, function.Method);
        var connection = settings.Connection(trigger.Connection, where, problems);
        // Azure's host lowers the case too; the poison queue's name must fit as well.
        var queue = settings.Resolve(trigger.QueueName, where, problems).ToLowerInvariant();
        if (!QueueNames.IsValid(queue) || !QueueNames.IsValid(queue + "-poison"))
        {
            problems.Add($"{where}: '{queue}' is not a queue name: 3 to 56 lower-case letters, digits and single hyphens.");
            return null;
        }

        return connection is null ? null : new QueuePlan(function, queue, connection);
    }
}

internal sealed record TimerPlan(FunctionEntry Function, CronExpression Schedule)
{
    public static TimerPlan? Read(FunctionEntry function, AppSettings settings, List<string> problems)
    {
        if (function.Trigger is not TimerTriggerAttribute trigger)
        {
            return null;
        }

        var where = FunctionEntry.Describe(function.Name, function.Method);
        var before = problems.Count;
        var schedule = settings.Resolve(trigger.Schedule, where, problems);
        if (problems.Count > before)
        {
            return null;
        }

        try
        {
            return new TimerPlan(function, CronExpression.Parse(schedule));
        }
        catch (FormatException e)
        {
            problems.Add($"{where}: {e.Message}");
            return null;
        }
    }
}
