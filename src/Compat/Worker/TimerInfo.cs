namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns about its run.</summary>
public class TimerInfo
{
    /// <summary>True when this run makes up for a missed one.</summary>
    public bool IsPastDue { get; set; }
}
