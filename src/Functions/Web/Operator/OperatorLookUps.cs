using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>Look-ups on the operator's page: who is asked, what waits, and which catalogue is left alone until when.</summary>
public sealed class OperatorLookUps(LookUpPapers lookUp, LookUpPauses pauses, ILookUpTable table, TimeProvider clock)
{
    public async Task<LookUpsView> ShowAsync(CancellationToken cancellationToken)
    {
        var paused = await pauses.CurrentAsync(cancellationToken);
        var (now, later) = await table.CountAsync(clock.GetUtcNow(), cancellationToken);
        return new LookUpsView(
            [.. lookUp.Services.Select(service => ViewOf(service, paused.GetValueOrDefault(service.Name)))], now, later);
    }

    private static CatalogueView ViewOf(ILookUpService service, LookUpPause? pause) => new(service.Title, pause?.Until, pause?.Reason);
}
