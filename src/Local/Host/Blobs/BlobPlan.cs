using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Local.Host.Discovery;
using PaperFunctions.Local.Host.Settings;

namespace PaperFunctions.Local.Host.Blobs;

/// <summary>A blob function with its checked path and connection.</summary>
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
