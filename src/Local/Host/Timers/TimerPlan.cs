using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Local.Host.Discovery;
using PaperFunctions.Local.Host.Settings;

namespace PaperFunctions.Local.Host.Timers;

/// <summary>A timer function with its checked schedule.</summary>
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
