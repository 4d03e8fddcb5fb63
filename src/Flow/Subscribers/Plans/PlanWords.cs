using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>A plan in words: "every day at 07:00, Europe/Zurich".</summary>
public static class PlanWords
{
    public static string Of(DeliveryPlan plan) => $"{Days(plan.Days)} at {plan.Hour:D2}:00, {plan.Zone}";

    private static string Days(IReadOnlyList<DayOfWeek> days) => days.Count is 0 or 7
        ? "every day"
        : "every " + string.Join(", ", days.OrderBy(d => ((int)d + 6) % 7));
}
