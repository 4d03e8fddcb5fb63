using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.LocalTests.Emulators.Functions.Samples;

public sealed class EverySecond(Recorder recorder)
{
    [Function("EverySecond")]
    public async Task RunAsync([TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        recorder.Saw($"begin {timer.IsPastDue}");
        await recorder.Gate.Task.WaitAsync(cancellationToken);
        recorder.Saw("end");
    }
}

public sealed class Nightly(Recorder recorder)
{
    [Function("Nightly")]
    public void Run([TimerTrigger("0 0 3 * * *")] TimerInfo timer) => recorder.Saw($"past due {timer.IsPastDue}");
}
