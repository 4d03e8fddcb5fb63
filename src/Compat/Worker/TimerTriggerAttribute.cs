using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function on a schedule: six fields from seconds to day of the week, in UTC, or a time span.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;
}
