using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Formats;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The operator's page, before and after each of its forms.</summary>
public sealed class OperatorPages(
    WebPages pages, IDigestTable digests, IOperatorStorage operations, IMailEventTable events,
    OperatorSources sources, OperatorLookUps lookUps, OperatorNames names, ReadFigures figures, MailAllowance allowance,
    TimeProvider clock)
{
    private const int MaxDigests = 8;
    private const int MaxToDecide = 5;
    private const int MaxDeliveries = 8;
    private const int MaxReturned = 8;
    private const int DeliveryDays = 7;
    private const int ReturnedDays = 60;

    /// <summary>Digests among which those are looked for that wait for a decision.</summary>
    private const int MaxLookedAt = 500;

    internal static readonly IReadOnlyList<string> FormatNames = [.. DigestReader.Formats.Where(f => !f.IsContainer).Select(f => f.Name)
        .Order(StringComparer.Ordinal)];

    /// <param name="error">What the last form could not do.</param>
    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken, string? error = null)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var settled = await operations.DeliveriesAsync(today.AddDays(-DeliveryDays), cancellationToken).Take(MaxDeliveries)
            .ToListAsync(cancellationToken);
        var returned = await events.ReadAsync(today.AddDays(-ReturnedDays), cancellationToken).Take(MaxReturned)
            .ToListAsync(cancellationToken);
        var newest = await digests.ListAsync(cancellationToken).Take(MaxLookedAt).ToListAsync(cancellationToken);
        var who = await names.OfAsync(returned.Select(r => r.SubscriberId), cancellationToken);
        var queues = await operations.QueuesAsync(cancellationToken);
        var fetched = await sources.ShowAsync(cancellationToken);
        var counted = await figures.RunAsync(cancellationToken);
        return await pages.PrivateAsync<OperatorPage, OperatorView>(
            request,
            new OperatorView
            {
                Frame = pages.Frame(request),
                Root = RootOf(request),
                Key = KeyOf(request),
                Done = error is null ? Said(request) : null,
                Error = error,
                AreMailsSpent = await allowance.IsSpentAsync(cancellationToken),
                Digests = [.. newest.Take(MaxDigests).Select(DigestPages.ItemOf)],
                ToDecide = [.. newest.Where(WaitsForDecision).Take(MaxToDecide).Select(DigestPages.ItemOf)],
                Formats = FormatNames,
                Sources = fetched,
                LookUps = await lookUps.ShowAsync(cancellationToken),
                Figures = OperatorFront.Of(counted),
                Todos = OperatorFront.Todos(counted, queues, newest, fetched, below => At(request, below)),
                Queues = [.. queues.Select(q => new QueueView(q.Name, q.Waiting, q.Poison))],
                Deliveries = await names.OfAsync(settled, cancellationToken),
                Bounces = [.. returned.Select(r => new BounceView(who[r.SubscriberId], KindOf(r.Kind), r.Reason, r.At))],
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

    /// <summary>An address below the operator's page of a request, with the key.</summary>
    internal static string At(HttpRequest request, string below, params (string, string?)[] query)
    {
        var (path, asked) = below.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (below[..at],
            below[(at + 1)..].Split('&')) : (below, []);
        return Addresses.With(
            RootOf(request) + path, [(FieldNames.Key, KeyOf(request)), .. asked.Select(q => q.Split('=', 2)).Select(q => (q[0],
                (string?)q[1])), .. query]);
    }

    /// <summary>What a form did, by the word that is in the address after it; null if none does.</summary>
    internal static string? Said(HttpRequest request) => request.Query("done") switch
    {
        Actions.Drop => "The files are taken in. What was found in them shows below in a moment; reload to see it.",
        Actions.RetryDigest => "It waits to be read again. Reload to see what came of it.",
        Actions.RetryPoison => SignUpForms.Number(request.Query("n"), 0, int.MaxValue) switch
        {
            1 => "1 message is tried again.",
            { } count => $"{count:N0} messages are tried again.",
            null => null,
        },
        Actions.Accept => "The digest is accepted; its papers are stored now. Reload to see them.",
        Actions.Refuse => "The digest is refused; nothing of it was stored or mailed.",
        Actions.Delete =>
            $"The digest is deleted. Papers that went with it: {SignUpForms.Number(request.Query("n"), 0, int.MaxValue) ?? 0:N0}.",
        Actions.Fetch => "The source was fetched; the table of sources says what came.",
        Actions.Pause => "The source is paused.",
        Actions.Resume => "The source is fetched again on its schedule.",
        _ => null,
    };

    private static bool WaitsForDecision(Digest digest) => digest.State is DigestState.NeedsReview or DigestState.Quarantined;

    private static string KindOf(MailEventKind kind) => kind switch
    {
        MailEventKind.SpamReport => "spam report",
        MailEventKind.NotTried => "not tried",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
