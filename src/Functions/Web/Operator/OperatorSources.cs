using PaperFunctions.Flow.Sources;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>Sources on the operator's page: how they stand, and what its buttons do.</summary>
public sealed class OperatorSources(FetchSources sources)
{
    public async Task<IReadOnlyList<SourceView>> ShowAsync(CancellationToken cancellationToken) =>
        [.. (await sources.ListAsync(cancellationToken)).Select(ViewOf)];

    /// <returns>What was done, or what could not be; both null if the action is none of these.</returns>
    public async Task<(string? Done, string? Error)> RunAsync(string? action, string name, CancellationToken cancellationToken) =>
        action switch
        {
            Actions.Fetch => await sources.FetchNowAsync(name, cancellationToken) switch
            {
                null => (null, "There is no such source, or it is being fetched at this moment."),
                { Error: { } error } => (null, error),
                var state => ($"{name}: {SourceWords.Of(state)}", null),
            },
            Actions.Pause => await PauseAsync(name, isPaused: true, cancellationToken),
            Actions.Resume => await PauseAsync(name, isPaused: false, cancellationToken),
            _ => (null, null),
        };

    private async Task<(string? Done, string? Error)> PauseAsync(string name, bool isPaused, CancellationToken cancellationToken) =>
        await sources.PauseAsync(name, isPaused, cancellationToken) is null
            ? (null, "There is no such source.")
            : ($"{name} is {(isPaused ? "paused" : "fetched again on its schedule")}.", null);

    private static SourceView ViewOf(SourceState state) => new(
        state.Name, state.Address, state.LastFetch, SourceWords.Of(state), state.Digest is { } digest ? Digest.IdOf(digest) : null,
        state.IsPaused ? null : state.Next, state.Failures);
}
