using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>People as the operator's lists name them: enough to tell them apart, not the whole address.</summary>
public sealed class OperatorNames(ISubscriberTable subscribers)
{
    public async Task<IReadOnlyList<OperatorDeliveryView>> OfAsync(IReadOnlyList<SettledDelivery> settled,
        CancellationToken cancellationToken)
    {
        var names = await OfAsync(settled.Select(d => d.SubscriberId), cancellationToken);
        return [.. settled.Select(d => new OperatorDeliveryView(
            d.EditionKey, names[d.SubscriberId], d.State.ToString().ToLowerInvariant(), d.Reason, d.At, d.SubscriberId))];
    }

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(async id =>
            (Id: id, Person: id.Length > 0 ? await subscribers.FindAsync(id, cancellationToken) : null)));
        return found.ToDictionary(f => f.Id, f => f.Person is { } person ? EmailAddress.Masked(person.Value.Email) : "nobody any more");
    }
}
