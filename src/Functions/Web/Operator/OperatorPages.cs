using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Formats;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The operator's page, before and after each of its forms.</summary>
public sealed class OperatorPages(
    WebPages pages, IDigestTable digests, IOperatorStorage operations, IMailEventTable events, ISubscriberTable subscribers,
    OperatorSources sources, MailAllowance allowance, TimeProvider clock)
{
    private const int MaxDigests = 50;
    private const int MaxToDecide = 20;
    private const int MaxDeliveries = 50;
    private const int MaxReturned = 50;
    private const int DeliveryDays = 7;
    private const int ReturnedDays = 60;

    /// <summary>Digests among which those are looked for that wait for a decision.</summary>
    private const int MaxLookedAt = 500;

    private static readonly IReadOnlyList<string> FormatNames = [.. DigestReader.Formats.Where(f => !f.IsContainer).Select(f => f.Name)
        .Order(StringComparer.Ordinal)];

    /// <param name="done">What the last form did.</param>
    /// <param name="error">What it could not do.</param>
    public async Task<IActionResult> ShowAsync(
        HttpRequest request, CancellationToken cancellationToken, string? done = null, string? error = null)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var settled = await operations.DeliveriesAsync(today.AddDays(-DeliveryDays), cancellationToken).Take(MaxDeliveries)
            .ToListAsync(cancellationToken);
        var returned = await events.ReadAsync(today.AddDays(-ReturnedDays), cancellationToken).Take(MaxReturned)
            .ToListAsync(cancellationToken);
        var newest = await digests.ListAsync(cancellationToken).Take(MaxLookedAt).ToListAsync(cancellationToken);
        var names = await NamesAsync(settled.Select(d => d.SubscriberId).Concat(returned.Select(r => r.SubscriberId)), cancellationToken);
        return await pages.PrivateAsync<OperatorPage, OperatorView>(
            request,
            new OperatorView
            {
                Frame = pages.Frame(request),
                Root = RootOf(request),
                Key = KeyOf(request),
                Done = done,
                Error = error,
                AreMailsSpent = await allowance.IsSpentAsync(cancellationToken),
                Digests = [.. newest.Take(MaxDigests).Select(DigestPages.ItemOf)],
                ToDecide = [.. newest.Where(WaitsForDecision).Take(MaxToDecide).Select(DigestPages.ItemOf)],
                Formats = FormatNames,
                Sources = await sources.ShowAsync(cancellationToken),
                Queues = [.. (await operations.QueuesAsync(cancellationToken)).Select(q => new QueueView(q.Name, q.Waiting, q.Poison))],
                Deliveries = [.. settled.Select(
                    d => new OperatorDeliveryView(d.EditionKey, names[d.SubscriberId], StateOf(d.State), d.Reason, d.At))],
                Bounces = [.. returned.Select(r => new BounceView(names[r.SubscriberId], KindOf(r.Kind), r.Reason, r.At))],
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Where the request came in: behind the key, or behind the login.</summary>
    internal static string RootOf(HttpRequest request) =>
        request.Path.StartsWithSegments(Addresses.Operator, StringComparison.OrdinalIgnoreCase)
            ? Addresses.Operator
            : Addresses.OperatorByKey;

    /// <summary>The key to carry on; null behind the login.</summary>
    internal static string? KeyOf(HttpRequest request) =>
        RootOf(request) == Addresses.OperatorByKey && request.Query(FieldNames.Key) is { Length: > 0 } key ? key : null;

    private static bool WaitsForDecision(Digest digest) => digest.State is DigestState.NeedsReview or DigestState.Quarantined;

    private async Task<Dictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        foreach (var id in ids.Distinct())
        {
            var found = id.Length > 0 ? await subscribers.FindAsync(id, cancellationToken) : null;
            names[id] = found is null ? "nobody any more" : EmailAddress.Masked(found.Value.Email);
        }

        return names;
    }

    private static string StateOf(DeliveryState state) => state.ToString().ToLowerInvariant();

    private static string KindOf(MailEventKind kind) => kind switch
    {
        MailEventKind.SpamReport => "spam report",
        MailEventKind.NotTried => "not tried",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
