namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>Runs tasks on this thread and takes their steps in a random order: the same seed, the same interleaving.</summary>
public sealed class Shuffled(Random random) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Step, object? State)> _steps = [];

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_steps)
        {
            _steps.Add((d, state));
        }
    }

    /// <summary>Runs all of them to their end; throws what any of them threw.</summary>
    public static void Run(Random random, params IEnumerable<Func<Task>> starts)
    {
        var before = Current;
        var context = new Shuffled(random);
        SetSynchronizationContext(context);
        try
        {
            var all = Task.WhenAll(starts.Select(start => start()).ToList());
            while (!all.IsCompleted)
            {
                context.Step();
            }

            all.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void Step()
    {
        (SendOrPostCallback Step, object? State) next;
        lock (_steps)
        {
            if (_steps.Count == 0)
            {
                throw new InvalidOperationException("A task waits for something outside the test: no step is left to take.");
            }

            var at = random.Next(_steps.Count);
            next = _steps[at];
            _steps.RemoveAt(at);
        }

        next.Step(next.State);
    }
}
