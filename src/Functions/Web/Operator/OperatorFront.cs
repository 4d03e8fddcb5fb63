using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>Figures and open tasks in words.</summary>
internal static class OperatorFront
{
    public static FiguresView Of(Figures figures) => new(
        [
            new("Papers", Number(figures.Papers?.Count), figures.NewPapers is { } papers ? $"{papers.Values.Sum():N0} new" : ""),
            new("Readers", Number(figures.People?.GetValueOrDefault(SubscriberState.Active)), PeopleNote(figures.People)),
            new("Mails sent", Number(figures.Outcomes?.Values.Sum(o => (long)o.Sent)), OutcomeNote(figures.Outcomes)),
            new("Mails with a vote", Share(figures.Votes?.Editions, figures.Outcomes?.Values.Sum(o => o.Sent)), "by the links in them"),
            new("Mails that came back", Number(figures.Returned?.Values.Sum()), ReturnedNote(figures.Returned)),
        ],
        [
            new("c-editions", "Editions", ["sent", "skipped", "failed"], [.. figures.Days.Select(d =>
                new ChartDay(d, figures.Outcomes?.GetValueOrDefault(d) is { } o ? [o.Sent, o.Skipped, o.Failed] : [0, 0, 0]))]),
            new("c-votes", "Votes", ["more like this", "less like this"], [.. figures.Days.Select(d =>
                new ChartDay(d, [figures.Votes?.Up.GetValueOrDefault(d) ?? 0, figures.Votes?.Down.GetValueOrDefault(d) ?? 0]))]),
            new("c-papers", "New papers", ["new papers"], [.. figures.Days.Select(d => new ChartDay(d,
                [figures.NewPapers?.GetValueOrDefault(d) ?? 0]))]),
        ]);

    /// <summary>What failed or waits, the worst first, with what to press.</summary>
    /// <param name="at">An address below the operator's page.</param>
    public static IReadOnlyList<TodoView> Todos(
        Figures figures, IReadOnlyList<QueueDepth> queues, IReadOnlyList<Digest> digests, IReadOnlyList<SourceView> sources, Func<string,
            string> at)
    {
        var todos = new List<TodoView>();
        todos.AddRange(queues.Where(q => q.Poison > 0).Select(q => new TodoView(
            $"{Count(q.Poison, "message")} failed too often in {q.Name}. The runbook says what each queue holds.", "Try again", null,
                Actions.RetryPoison, q.Name)));
        Add(digests.Count(d => d.State == DigestState.Quarantined), "digest", "a format", at("/digests?state=Quarantined"), "Choose");
        Add(digests.Count(d => d.State == DigestState.NeedsReview && !d.IsAccepted), "digest", "a decision",
            at("/digests?state=NeedsReview"), "Decide");
        if (digests.Count(d => d.State == DigestState.Failed) is > 0 and var failed)
        {
            todos.Add(new($"{Count(failed, "digest")} could not be read.", "See why", at("/digests?state=Failed")));
        }

        if (figures.Outcomes?.Values.Sum(o => o.Failed) is > 0 and var refused)
        {
            todos.Add(new(
                $"The mail provider refused {Count(refused, "edition")} of the last 30 days.", "See which",
                    at("/deliveries?state=Failed")));
        }

        todos.AddRange(sources.Where(s => s.Failures > 0).Select(s => new TodoView(
            $"The source {s.Name} could not be fetched: {s.Outcome}", "Fetch now", null, Actions.Fetch, s.Name)));
        return todos;

        void Add(int count, string what, string need, string link, string label)
        {
            if (count > 0)
            {
                todos.Add(new($"{Count(count, what)} {(count == 1 ? "waits" : "wait")} for {need}.", label, link));
            }
        }
    }

    private static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";

    private static string? Number(long? count) => count?.ToString("N0");

    private static string? Share(int? part, int? whole) =>
        part is null || whole is null ? null : whole == 0
            ? "none sent" : $"{Math.Min(100, Math.Round(100.0 * part.Value / whole.Value))} %";

    private static string PeopleNote(IReadOnlyDictionary<SubscriberState, int>? people) => people is null ? ""
        : $"{people.GetValueOrDefault(SubscriberState.Pending):N0} not confirmed, "
            + $"{people.GetValueOrDefault(SubscriberState.Unsubscribed):N0} left";

    private static string OutcomeNote(IReadOnlyDictionary<DateOnly, DayOutcomes>? outcomes) => outcomes is null ? ""
        : $"{outcomes.Values.Sum(o => o.Skipped):N0} skipped, {outcomes.Values.Sum(o => o.Failed):N0} failed";

    private static string ReturnedNote(IReadOnlyDictionary<MailEventKind, int>? returned) => returned is null ? ""
        : $"{returned.GetValueOrDefault(MailEventKind.Bounce):N0} bounced, "
            + $"{returned.GetValueOrDefault(MailEventKind.SpamReport):N0} reported as spam";
}
