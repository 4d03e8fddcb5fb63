namespace PaperFunctions.Emulators.Functions.Execution;

/// <summary>Waits for the events of one function (of several, for blobs) and runs it.</summary>
internal interface IListener
{
    /// <summary>Works until <paramref name="stopping"/>, then ends when what is running has ended.</summary>
    /// <param name="execution">What running functions see; cancelled when the grace of a stop is over.</param>
    Task RunAsync(CancellationToken stopping, CancellationToken execution);

    /// <summary>Looks now.</summary>
    void Nudge();
}
