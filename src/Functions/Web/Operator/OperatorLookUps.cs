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
            [.. lookUp.Services.Select(service => new CatalogueView(service.Title, paused.GetValueOrDefault(service.Name)?.Until, paused.GetValueOrDefault(service.Name)?.Reason))],
            now, later);
    }
}
