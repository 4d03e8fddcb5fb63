using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Emulators.Functions.Discovery;
using PaperFunctions.Emulators.Functions.Settings;

namespace PaperFunctions.Emulators.Functions.Timers;

/// <summary>A timer function with its checked schedule.</summary>
internal sealed record TimerPlan(FunctionEntry Function, TimerSchedule Schedule)
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
            return new TimerPlan(function, TimerSchedule.Parse(schedule));
        }
        catch (FormatException e)
        {
            problems.Add($"{where}: {e.Message}");
            return null;
        }
    }
}
