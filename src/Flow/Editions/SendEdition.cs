using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Editions.Compose;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Telemetry;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Editions;

/// <summary>One subscriber's edition: claim, choose, compose, send, note. Whatever runs twice finds the claim.</summary>
public sealed partial class SendEdition(
    DeliveryLedger ledger, ChooseEdition choose, ComposeEdition compose, IMailSender sender, IPaperTable papers,
    FlowMetrics metrics, ILogger<SendEdition> logger)
{
    /// <summary>How long an app that stops waits for the provider's answer.</summary>
    private static readonly TimeSpan LastAnswer = TimeSpan.FromSeconds(10);

    /// <returns>What became of it; only a settled edition moves the subscriber on to the next.</returns>
    public Task<EditionResult> RunAsync(
        Subscriber subscriber, DueSubscriber due, Candidates candidates, CancellationToken cancellationToken) => FlowActivity.StepAsync(
        "edition", [("edition.key", due.EditionKey), ("subscriber.id", subscriber.Id)], _ =>
            ClaimAndSendAsync(subscriber, due, candidates, cancellationToken));

    private async Task<EditionResult> ClaimAndSendAsync(
        Subscriber subscriber, DueSubscriber due, Candidates candidates, CancellationToken cancellationToken)
    {
        var claim = await ledger.ClaimAsync(subscriber.Id, due.EditionKey, candidates.To, cancellationToken);
        if (claim.Result != ClaimResult.Claimed)
        {
            Log.NotClaimed(logger, due.EditionKey, subscriber.Id, claim.Result);
            return claim.Result == ClaimResult.Settled
                ? EditionResult.Settled(claim.Row!.Value)
                : EditionResult.Held(claim.Row?.Value.LeaseUntil);
        }

        return await SendAsync(claim.Row!, subscriber, due.DueAt, candidates, cancellationToken);
    }

    private async Task<EditionResult> SendAsync(
        Versioned<Delivery> row, Subscriber subscriber, DateTimeOffset dueAt, Candidates candidates, CancellationToken cancellationToken)
    {
        var sentPerhaps = row.Value.Picks.Count > 0;
        row = sentPerhaps ? row : row with { Value = row.Value with { PreferencesSnapshot = PreferencesSnapshot.Of(subscriber) } };
        var choice = await ChoiceAsync(row.Value, subscriber, dueAt, candidates, cancellationToken);
        if (choice == Choice.Waits)
        {
            await ledger.ReleaseAsync(row, choice.Reason!, sentPerhaps, cancellationToken);
            return EditionResult.Held(null);
        }

        if (choice.Edition is not { } edition)
        {
            // One that looked at nothing leaves what arrived since the other one to the next.
            var cutoff = choice.LooksAtNothing ? subscriber.LastCutoff : row.Value.Cutoff;
            return await SkipAsync(row, choice.Reason!, cutoff, cancellationToken);
        }

        var mail = await FlowActivity.StepAsync(
            "edition.compose", [("papers", edition.Picks.Count)], _ => compose.RunAsync(edition, cancellationToken));
        return await ledger.NoteAsync(row, edition, mail.Subject, cancellationToken) is { } noted
            ? await HandOverAsync(noted, mail, sentPerhaps, cancellationToken)
            : EditionResult.Held(null);
    }

    /// <summary>What an earlier attempt may have sent is sent as it was; else it is chosen.</summary>
    private async Task<Choice> ChoiceAsync(
        Delivery claimed, Subscriber subscriber, DateTimeOffset dueAt, Candidates candidates, CancellationToken cancellationToken) =>
        claimed.Picks.Count > 0 ? new Choice(await AgainAsync(claimed, subscriber, cancellationToken), null)
        : subscriber.LastCutoff > dueAt ? Choice.Overtaken
        : await FlowActivity.StepAsync(
            "edition.match", [], _ => choose.RunAsync(subscriber, claimed.EditionKey, candidates, cancellationToken));

    private async Task<EditionResult> SkipAsync(
        Versioned<Delivery> row, string reason, DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        var skipped = await ledger.SkippedAsync(row, reason, cutoff, cancellationToken);
        metrics.Skipped();
        Log.Skipped(logger, row.Value.EditionKey, row.Value.SubscriberId, reason);
        return EditionResult.Settled(skipped ?? row.Value with { State = DeliveryState.Skipped, Reason = reason, Cutoff = cutoff });
    }

    private async Task<EditionResult> HandOverAsync(
        Versioned<Delivery> row, OutgoingMail mail, bool sentPerhaps, CancellationToken cancellationToken)
    {
        // An app that stops lets the provider answer: cut off, the mail may be sent, and would be sent again.
        cancellationToken.ThrowIfCancellationRequested();
        using var patience = new CancellationTokenSource();
        await using var stopping = cancellationToken.Register(() => patience.CancelAfter(LastAnswer));
        var result = await FlowActivity.StepAsync(
            "edition.send", [], activity => TrackedAsync(sender.SendAsync(mail, patience.Token), activity));
        switch (result.Outcome)
        {
            case SendOutcome.Accepted:
                // What the provider said is noted, whatever happens to this run: a stop must not cut that short.
                var sent = await ledger.SentAsync(row, result.MessageId, CancellationToken.None);
                metrics.Sent();
                Log.Sent(logger, row.Value.EditionKey, row.Value.SubscriberId, row.Value.Picks.Count, result.MessageId);
                return EditionResult.Settled(sent ?? row.Value with { State = DeliveryState.Sent, MessageId = result.MessageId });

            case SendOutcome.Refused:
                var failed = await ledger.FailedAsync(
                    row, result.Reason ?? "The mail provider refused the message.", CancellationToken.None);
                metrics.Failed("refused");
                Log.Refused(logger, row.Value.EditionKey, row.Value.SubscriberId, result.Reason);
                return EditionResult.Settled(failed ?? row.Value with { State = DeliveryState.Failed, Reason = result.Reason });

            default:
                await ledger.ReleaseAsync(
                    row, result.Reason ?? "The mail provider did not accept the message for now.", sentPerhaps, CancellationToken.None);
                throw new MailNotAcceptedException(result.Reason);
        }
    }

    private static async Task<SendResult> TrackedAsync(Task<SendResult> sending, Activity? activity)
    {
        var result = await sending;
        activity?.SetTag("mail.outcome", result.Outcome.ToString())
            .SetStatus(result.Outcome == SendOutcome.Accepted ? ActivityStatusCode.Unset : ActivityStatusCode.Error, result.Reason);
        return result;
    }

    /// <summary>The edition of an earlier attempt, as it was noted.</summary>
    private async Task<Edition?> AgainAsync(Delivery delivery, Subscriber subscriber, CancellationToken cancellationToken)
    {
        var stored = await papers.ResolveAsync([.. delivery.Picks.Select(p => p.Paper)], cancellationToken);
        var noted = delivery.Picks.ToDictionary(p => p.Paper);
        var picks = stored.Select((p, i) => (Paper: p, Rank: i + 1, Noted: NotedOf(p)))
            .Select(p => new Pick(p.Rank, p.Paper, 0, 0, p.Noted?.Why ?? [], p.Noted?.Exploration ?? false));
        return new Edition { Key = delivery.EditionKey, Subscriber = subscriber, Picks = [.. picks] };

        DeliveredPick? NotedOf(StoredPaper paper) =>
            paper.FormerIds.Prepend(paper.Id).Select(id => noted.GetValueOrDefault(id)).FirstOrDefault(p => p is not null);
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 6001, Level = LogLevel.Information,
            Message = "Edition {Edition} of {Subscriber}: sent with {Papers} papers as {MessageId}")]
        public static partial void Sent(ILogger logger, string edition, string subscriber, int papers, string? messageId);

        [LoggerMessage(EventId = 6002, Level = LogLevel.Information, Message = "Edition {Edition} of {Subscriber}: skipped. {Reason}")]
        public static partial void Skipped(ILogger logger, string edition, string subscriber, string reason);

        [LoggerMessage(EventId = 6003, Level = LogLevel.Error, Message = "Edition {Edition} of {Subscriber}: refused for good. {Reason}")]
        public static partial void Refused(ILogger logger, string edition, string subscriber, string? reason);

        [LoggerMessage(
            EventId = 6004, Level = LogLevel.Information, Message = "Edition {Edition} of {Subscriber}: nothing to do, {Result}")]
        public static partial void NotClaimed(ILogger logger, string edition, string subscriber, ClaimResult result);
    }
}

/// <param name="Delivery">The row as settled; null while somebody else is at it, or at another edition of the same subscriber.</param>
/// <param name="Until">When the other's claim runs out, where that is known.</param>
public sealed record EditionResult(Delivery? Delivery, DateTimeOffset? Until)
{
    public static EditionResult Held(DateTimeOffset? until) => new(null, until);

    public static EditionResult Settled(Delivery delivery) => new(delivery, null);
}
