using System.Diagnostics;
using System.Globalization;

namespace PaperFunctions.Tests.Structure.Patterns;

/// <summary>How long work takes, whatever else the machine does meanwhile.</summary>
internal static class Took
{
    /// <summary>Linux tells for each thread the nanoseconds it ran for, the first of three numbers
    /// (https://docs.kernel.org/scheduler/sched-stats.html).</summary>
    private const string Schedule = "/proc/thread-self/schedstat";

    private static readonly bool IsTold = File.Exists(Schedule);

    /// <summary>Processor time of work on this thread; time by the clock where the system does not tell it.</summary>
    public static TimeSpan By(Action work)
    {
        var (watch, before) = (Stopwatch.StartNew(), Nanoseconds());
        work();
        return IsTold ? TimeSpan.FromMicroseconds((Nanoseconds() - before) / 1000) : watch.Elapsed;
    }

    /// <summary>As <see cref="By"/>, on a thread of its own; fails after five minutes by the clock.</summary>
    public static async Task<TimeSpan> ByAsync(Func<Task> work)
    {
        var took = TimeSpan.Zero;
        await Task.Factory.StartNew(() => took = By(() => work().GetAwaiter().GetResult()), TaskCreationOptions.LongRunning)
            .WaitAsync(TimeSpan.FromMinutes(5));
        return took;
    }

    private static long Nanoseconds() => IsTold ? long.Parse(File.ReadAllText(Schedule).Split(' ')[0], CultureInfo.InvariantCulture) : 0;
}
