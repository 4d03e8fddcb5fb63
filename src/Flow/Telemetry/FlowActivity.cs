using System.Diagnostics;

namespace PaperFunctions.Flow;

/// <summary>The trace source of the flow: one span a step, with what it worked on.</summary>
public static class FlowActivity
{
    public const string SourceName = "PaperFunctions.Flow";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Start(string name, params ReadOnlySpan<(string Key, object? Value)> tags)
    {
        var activity = Source.StartActivity(name);
        if (activity is not null)
        {
            foreach (var (key, value) in tags)
            {
                activity.SetTag(key, value);
            }
        }

        return activity;
    }
}
