using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Emulators.Functions.Binding;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Emulators.Functions.Settings;

namespace PaperFunctions.Emulators.Functions.Blobs;

/// <summary>A blob function with its checked path.</summary>
internal sealed record BlobPlan(FunctionEntry Function, BlobPattern Pattern)
{
    public static BlobPlan? Read(FunctionEntry function, AppSettings settings, List<string> problems)
    {
        if (function.Trigger is not BlobTriggerAttribute trigger)
        {
            return null;
        }

        var where = FunctionEntry.Describe(function.Name, function.Method);
        var pattern = BlobPattern.TryParse(settings.Resolve(trigger.BlobPath, where, problems), out var problem);
        if (problem is not null)
        {
            problems.Add($"{where}: {problem}.");
        }

        return pattern is null ? null : new BlobPlan(function, pattern);
    }
}
