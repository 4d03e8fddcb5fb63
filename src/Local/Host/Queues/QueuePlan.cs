using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Local.Host.Discovery;
using PaperFunctions.Local.Host.Settings;

namespace PaperFunctions.Local.Host.Queues;

/// <summary>A queue function with its checked queue and connection.</summary>
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
