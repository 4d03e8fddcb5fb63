using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Emulators.Functions.Settings;

namespace PaperFunctions.Emulators.Functions.Queues;

/// <summary>A queue function with its checked queue.</summary>
internal sealed record QueuePlan(FunctionEntry Function, string Queue)
{
    public static QueuePlan? Read(FunctionEntry function, AppSettings settings, List<string> problems)
    {
        if (function.Trigger is not QueueTriggerAttribute trigger)
        {
            return null;
        }

        var where = FunctionEntry.Describe(function.Name, function.Method);
        // Azure's host lowers the case too; the poison queue's name must fit as well.
        var queue = settings.Resolve(trigger.QueueName, where, problems).ToLowerInvariant();
        if (!StorageNames.IsValid(queue + "-poison"))
        {
            problems.Add($"{where}: '{queue}' is not a queue name: 3 to 56 lower-case letters, digits and single hyphens.");
            return null;
        }

        return new QueuePlan(function, queue);
    }
}
