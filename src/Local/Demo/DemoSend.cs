using System.Text;
using System.Text.Json;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Demo;

/// <summary>Sends each reader of a demo run one edition and reads back what the mail capture got.</summary>
internal static class DemoSend
{
    public static async Task<(IReadOnlyList<DemoEdition> Editions, IReadOnlyDictionary<string, string> Missing)> RunAsync(
        LocalRuntime stack, DemoPlan plan, CancellationToken cancellationToken)
    {
        var subscribers = new List<Subscriber>();
        foreach (var reader in plan.Readers)
        {
            subscribers.Add(await FirstStart.EnrolAsync(stack.Services, reader.Email, reader.Topics, cancellationToken));
        }

        var deliveries = await stack.Services.GetRequiredService<EditionsNow>().SendAsync(subscribers, cancellationToken);
        var messages = await MessagesAsync(stack.Addresses, cancellationToken);
        var addresses = subscribers.ToDictionary(s => s.Id, s => s.Email);
        var editions = deliveries.Where(d => d.State == DeliveryState.Sent).Select(d => Edition(addresses[d.SubscriberId], d, messages));
        var missing = deliveries.Where(d => d.State != DeliveryState.Sent)
            .ToDictionary(d => addresses[d.SubscriberId], d => d.Reason ?? d.State.ToString());
        return ([.. editions], missing);
    }

    private static DemoEdition Edition(string to, Delivery delivery, IReadOnlyList<CapturedMail> messages)
    {
        var mail = messages.FirstOrDefault(m => m.To == to)
            ?? throw new DemoException($"The edition for {to} was sent as {delivery.MessageId}, but the mail capture does not have it.");
        return new DemoEdition(
            to, mail.Subject, [.. delivery.Picks.Select(p => new DemoPaper(p.Title, p.Why))], Encoding.UTF8.GetByteCount(mail.Html));
    }

    private static async Task<IReadOnlyList<CapturedMail>> MessagesAsync(LocalAddresses addresses, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        return await http.GetFromJsonAsync<List<CapturedMail>>($"{addresses.Mail}/messages", JsonSerializerOptions.Web, cancellationToken)
            ?? [];
    }
}

/// <summary>A message as the mail capture tells it.</summary>
internal sealed record CapturedMail(string Id, string To, string Subject, string Html);
