using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>What was sent, skipped or refused, and each edition as it was sent.</summary>
public sealed class OperatorDeliveryPages(
    WebPages pages, IOperatorStorage operations, IDeliveryTable deliveries, ISubscriberTable subscribers, OperatorNames names,
        SentEdition sent,
    TimeProvider clock)
{
    private const int PageSize = 50;
    private const int Days = 30;

    /// <summary>Further back nobody leafs; one person's editions are found by the person.</summary>
    private const int MaxPage = 100;

    public async Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        DeliveryState? state = Enum.TryParse<DeliveryState>(request.Query("state"), out var one) && Enum.IsDefined(one) ? one : null;
        var (id, page) = (request.Query(FieldNames.Target), request.Page(MaxPage));
        var person = PaperId.TryParse(id, out _) ? (await subscribers.FindAsync(id, cancellationToken))?.Value : null;
        if (page == 0 || (id.Length > 0 && person is null))
        {
            return await pages.NotFoundAsync(request, "page of deliveries");
        }

        var found = await FoundAsync(person, cancellationToken).Where(d => state is null || d.State == state)
            .Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        return await pages.PrivateAsync<OperatorDeliveriesPage, OperatorDeliveriesView>(request, new OperatorDeliveriesView
        {
            Frame = pages.Frame(request), Root = OperatorPages.RootOf(request), Key = OperatorPages.KeyOf(request),
            Person = person?.Email, PersonId = person?.Id, State = state, Page = page, HasMore = found.Count > PageSize,
            Deliveries = await names.OfAsync([.. found.Take(PageSize)], cancellationToken),
        });
    }

    /// <summary>An edition as it went out.</summary>
    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, key) = (request.Query(FieldNames.Target), request.Line(FieldNames.Edition, 20));
        if (!PaperId.TryParse(id, out _) || !IsKey(key) || await sent.RunAsync(id, key, cancellationToken) is not var (delivery, mail))
        {
            return await pages.NotFoundAsync(request, "edition");
        }

        return mail is null
            ? HttpResults.Text(request, $"No mail was made for {key}: {delivery.Reason}", StatusCodes.Status200OK)
            : PreviewPages.Mail(request, mail);
    }

    private IAsyncEnumerable<SettledDelivery> FoundAsync(Subscriber? person, CancellationToken cancellationToken) => person is null
        ? operations.DeliveriesAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days), cancellationToken)
        : deliveries.ListAsync(person.Id, cancellationToken)
            .Select(d => new SettledDelivery(d.SubscriberId, d.EditionKey, d.State, d.Reason, d.ChangedAt));

    /// <summary>See <see cref="Edition.Key"/>.</summary>
    private static bool IsKey(string key) =>
        key.Length is 10 or 17 && key.All(c => char.IsAsciiDigit(c) || c is '-' or 'T') && DateOnly.TryParseExact(key.AsSpan(0, 10),
            "yyyy-MM-dd", out _);
}
