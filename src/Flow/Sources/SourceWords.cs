namespace PaperFunctions.Flow.Sources;

/// <summary>What came of a source's last fetch, for the operator.</summary>
public static class SourceWords
{
    /// <returns>A sentence or two; empty where it was never fetched.</returns>
    public static string Of(SourceState state) => state.Outcome switch
    {
        SourceOutcome.Fetched => $"A new digest, {state.Digest}.",
        SourceOutcome.Unchanged => "Nothing new.",
        SourceOutcome.Failed => $"{state.Error} Failed {state.Failures} {(state.Failures == 1 ? "time" : "times")} in a row.",
        _ => "",
    };
}
