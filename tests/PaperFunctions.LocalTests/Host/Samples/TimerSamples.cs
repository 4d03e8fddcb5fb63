using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.LocalTests.Host.Samples;

public sealed class EverySecond(Recorder recorder)
{
    [Function("EverySecond")]
    public async Task RunAsync([TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        recorder.Saw($"begin {timer.IsPastDue} {timer.ScheduleStatus is null}");
        await recorder.Gate.Task.WaitAsync(cancellationToken);
        recorder.Saw("end");
    }
}

public sealed class AtStart(Recorder recorder)
{
    [Function("AtStart")]
    public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
        recorder.Saw($"{timer.IsPastDue} next {timer.ScheduleStatus!.Next:MM-dd}");
}

public sealed class Nightly(Recorder recorder)
{
    [Function("Nightly")]
    public void Run([TimerTrigger("0 0 3 * * *")] TimerInfo timer) =>
        recorder.Saw($"past due {timer.IsPastDue}, last {timer.ScheduleStatus!.Last:yyyy-MM-dd}");
}
