using System.CommandLine;
using PaperFunctions.Flow.Editions.Compose;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Local.Printing;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>send</c>: sends editions now, without waiting for the hour.</summary>
internal static class SendVerb
{
    public static Command Create()
    {
        var to = new Option<string?>("--to") { Description = "Address of one subscriber; all active ones where it is left out" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be sent; send nothing, note nothing" };
        var (port, json) = (Arguments.Port(), Arguments.Json());
        var command = new Command("send", "Sends editions now, without waiting for the hour") { to, dryRun, port, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(to), parsed.GetValue(dryRun), parsed.GetValue(port), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? to, bool dryRun, int port, bool json, CancellationToken cancellationToken)
    {
        await using var services = await RunningProduct.ConnectAsync(port, cancellationToken);
        var subscribers = await FindAsync(services, to, cancellationToken);
        if (subscribers.Count == 0)
        {
            await Console.Error.WriteLineAsync(to is null
                ? "Nobody is subscribed yet."
                : $"{to} is not subscribed: sign up and confirm first.");
            return ExitCode.FellShort;
        }

        return dryRun
            ? await PrintAsync(services, subscribers, json, cancellationToken)
            : await SendAsync(services, subscribers, json, cancellationToken);
    }

    private static async Task<IReadOnlyList<Subscriber>> FindAsync(
        ServiceProvider services, string? to, CancellationToken cancellationToken)
    {
        var table = services.GetRequiredService<ISubscriberTable>();
        if (to is null)
        {
            return await table.ListAsync(cancellationToken).Where(s => s.State == SubscriberState.Active).ToListAsync(cancellationToken);
        }

        var id = EmailAddress.Normalise(to) is { } email
            ? await table.FindByAddressAsync(services.GetRequiredService<AddressHash>().Of(email), cancellationToken)
            : null;
        var row = id is null ? null : await table.FindAsync(id, cancellationToken);
        return row is { Value.State: SubscriberState.Active } ? [row.Value] : [];
    }

    private static async Task<int> SendAsync(
        ServiceProvider services, IReadOnlyList<Subscriber> subscribers, bool json, CancellationToken cancellationToken)
    {
        var sent = await services.GetRequiredService<EditionsNow>().SendAsync(subscribers, cancellationToken);
        var addresses = subscribers.ToDictionary(s => s.Id, s => s.Email);
        foreach (var delivery in sent)
        {
            var (to, state) = (addresses[delivery.SubscriberId], delivery.State.ToString());
            Console.WriteLine(json
                ? JsonLines.Of(new { to, state, subject = delivery.Subject, papers = delivery.Picks.Count, reason = delivery.Reason })
                : $"{to}: {state}. {(delivery.State == DeliveryState.Sent ? delivery.Subject : delivery.Reason)}");
        }

        return sent.Any(d => d.State is DeliveryState.Failed or DeliveryState.Claimed) ? ExitCode.FellShort : ExitCode.Done;
    }

    private static async Task<int> PrintAsync(
        ServiceProvider services, IReadOnlyList<Subscriber> subscribers, bool json, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var candidates = await services.GetRequiredService<FindCandidates>()
            .RunAsync(subscribers.Min(s => s.LastCutoff), now, cancellationToken);
        foreach (var subscriber in subscribers)
        {
            var choice = await services.GetRequiredService<ChooseEdition>()
                .RunAsync(subscriber, now.ToString("yyyy-MM-ddTHHmmss"), candidates, cancellationToken);
            var mail = choice.Edition is null ? null : await services.GetRequiredService<ComposeEdition>()
                .RunAsync(choice.Edition, cancellationToken);
            Console.WriteLine(json
                ? JsonLines.Of(new { to = subscriber.Email, subject = mail?.Subject, text = mail?.Text, reason = choice.Reason })
                : $"To: {subscriber.Email}\nSubject: {mail?.Subject ?? "(none: " + choice.Reason + ")"}\n\n{mail?.Text}");
        }

        return ExitCode.Done;
    }
}
