using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Functions.Web.Operator;

/// <summary>The operator's list of subscribers, and what can be done for each.</summary>
public sealed class OperatorPeople(
    WebPages pages, ISubscriberTable subscribers, IDeliveryTable deliveries, SubscriberAccount accounts, SendNotice notices,
    IFlowQueues queues, TimeProvider clock)
{
    private const int PageSize = 50;
    private const int PauseDays = 30;

    /// <summary>What a form did, by the word that is in the address after it.</summary>
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        [Actions.Add] = "A mail that asks to confirm is on its way.",
        [Actions.Resend] = "The mail that asks to confirm was sent again.",
        [Actions.Pause] = "Paused for 30 days; a mail says so.",
        [Actions.Resume] = "Editions come again.",
        [Actions.Delete] = "Everything about that person is deleted; a last mail says so.",
    };

    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken, string? error = null)
    {
        var all = await subscribers.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var (query, page) = (request.Line("q", FieldLimits.Email), Math.Max(1, request.Page()));
        SubscriberState? state = Enum.TryParse<SubscriberState>(request.Query("state"), out var one) && Enum.IsDefined(one) ? one : null;
        var found = all.Where(s => (state is null || s.State == state) && s.Email.Contains(query, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(s => s.CreatedAt).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
        var shown = await Task.WhenAll(found.Skip((page - 1) * PageSize).Take(PageSize).Select(s => PersonAsync(s, cancellationToken)));
        return await pages.PrivateAsync<PeoplePage, PeopleView>(
            request,
            new PeopleView
            {
                Frame = pages.Frame(request), Root = OperatorPages.RootOf(request), Key = OperatorPages.KeyOf(request),
                Done = error is null ? Said.GetValueOrDefault(request.Query("done")) : null, Error = error,
                Query = query, State = state, Total = found.Count, People = shown,
                Counts = [.. Enum.GetValues<SubscriberState>().Select(s => (s, all.Count(p => p.State == s)))],
                Page = page, Pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize),
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Does what a form asks for, and leads back to the list, so that loading it anew repeats nothing.</summary>
    public async Task<IActionResult> ActAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.FormAsync(cancellationToken);
        var action = form?.Value(FieldNames.Action) ?? "";
        var error = action == Actions.Add
            ? await AddAsync(form!, cancellationToken)
            : await ForOneAsync(action, form?.Value(FieldNames.Target) ?? "", form?.Value(FieldNames.Sure) == "yes", cancellationToken);
        return error is not null ? await ShowAsync(request, cancellationToken, error) : HttpResults.SeeOther(request, Addresses.With(
            OperatorPages.RootOf(request) + "/people", (FieldNames.Key, OperatorPages.KeyOf(request)), ("done", action)));
    }

    /// <summary>All subscribers as CSV (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public async Task<IActionResult> ExportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        WorkLimit.Extend(request);
        var lines = new StringBuilder("email,status,topics,created_at,consent\r\n");
        await foreach (var person in subscribers.ListAsync(cancellationToken))
        {
            var topics = string.Join("; ", person.Interests.Where(i => i.Kind == InterestKind.Topic).Select(i => i.Text));
            string[] cells =
            [
                person.Email, person.State.ToString().ToLowerInvariant(), topics, $"{person.CreatedAt:yyyy-MM-ddTHH:mm:ssZ}",
                person.Consent?.Note ?? "",
            ];
            lines.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        HttpResults.Common(request);
        request.HttpContext.Response.Headers.CacheControl = SecurityHeaders.PrivateCaching;
        return new FileContentResult(Encoding.UTF8.GetBytes(lines.ToString()),
            "text/csv; charset=utf-8")
        { FileDownloadName = "people.csv" };
    }

    internal static string Cell(string text) =>
        $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"",
            StringComparison.Ordinal)}\"";

    private async Task<PersonView> PersonAsync(Subscriber s, CancellationToken cancellationToken)
    {
        var last = await deliveries.ListAsync(s.Id, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        var pause = s.Plan.PausedUntil is { } until && until > DuePlan.Today(s.Plan, clock.GetUtcNow()) ? s.Plan.PausedUntil : null;
        return new PersonView(
            s.Id, s.Email, s.State, last is null ? "" : $"{last.EditionKey}, {last.State.ToString().ToLowerInvariant()}", s.NextDue, pause,
            s.CreatedAt, last?.EditionKey, s.Consent?.Note ?? "");
    }

    private async Task<string?> AddAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var topics = InterestLines.Read(form.Value(FieldNames.Topics), InterestKind.Topic);
        if (EmailAddress.Normalise(form.Value(FieldNames.Email)) is not { } email)
        {
            return "Give one mail address, such as name@example.org.";
        }

        if (topics.Count is 0 or > SignUpForms.MaxTopics || topics.Any(t => t.Text.Length > FieldLimits.Phrase))
        {
            return $"Name between one and {SignUpForms.MaxTopics} topics, one a line.";
        }

        await queues.SendAsync(
            new SignUp(1, email, [.. topics.Select(t => t.Text)], 7, "Etc/UTC", Weekly: false, EditionSize.Default.Papers ?? 8),
            cancellationToken);
        return null;
    }

    private async Task<string?> ForOneAsync(string action, string id, bool isSure, CancellationToken cancellationToken)
    {
        if (!PaperId.TryParse(id, out _) || await accounts.FindAsync(id, cancellationToken) is not { } person)
        {
            return "There is no such person any more.";
        }

        switch (action)
        {
            case Actions.Resend when person.State == SubscriberState.Pending:
                return await notices.ConfirmationAsync(person, cancellationToken) ? null
                    : "Not sent: this address has had its three mails of today, or the site has sent all that it may. Try again tomorrow.";
            case Actions.Pause:
                var until = DuePlan.Today(person.Plan, clock.GetUtcNow()).AddDays(PauseDays);
                await accounts.SaveAsync(id, s => s with { Plan = s.Plan with { PausedUntil = until } }, cancellationToken);
                return null;
            case Actions.Resume:
                await accounts.SaveAsync(id, s => s with { Plan = s.Plan with { PausedUntil = null } }, cancellationToken);
                return null;
            case Actions.Delete when isSure:
                await accounts.DeleteAsync(id, cancellationToken);
                return null;
            default:
                return "The form does not say what to do.";
        }
    }
}
