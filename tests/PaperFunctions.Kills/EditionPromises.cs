using Azure.Data.Tables;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Papers;

namespace PaperFunctions.Kills;

/// <summary>Everybody who stays gets each paper on their topic once, everybody who left gets nothing more, and whoever is active will be
/// woken again.</summary>
internal sealed class EditionPromises(Victim victim, Acts acts, List<string> findings, List<string> excused)
{
    /// <summary>A mail that was under way when somebody left.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>A kill so soon after a mail may have come between handing it over and noting that.</summary>
    private static readonly TimeSpan Beside = TimeSpan.FromSeconds(3);

    /// <summary>Editions that are noted as sent.</summary>
    public int Sent { get; private set; }

    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var dues = await victim.Get<IDueTable>().ReadAsync(victim.Now.AddDays(9), cancellationToken).ToListAsync(cancellationToken);
        var days = await victim.Get<TableServiceClient>().GetTableClient(TableNames.Deliveries)
            .QueryAsync<TableEntity>(cancellationToken: cancellationToken)
            .Where(row => row.PartitionKey.StartsWith("at-", StringComparison.Ordinal))
            .Select(row => (row.GetString("Subscriber"), row.GetString("Edition"))).ToHashSetAsync(cancellationToken: cancellationToken);
        await foreach (var subscriber in victim.Get<ISubscriberTable>().ListAsync(cancellationToken))
        {
            var person = acts.People.Single(p => p.Email == subscriber.Email);
            CountDue(subscriber, [.. dues.Where(d => d.SubscriberId == subscriber.Id)]);
            var deliveries = await victim.Get<IDeliveryTable>().ListAsync(subscriber.Id, cancellationToken).ToListAsync(cancellationToken);
            Sent += deliveries.Count(d => d.State == DeliveryState.Sent);
            findings.AddRange(deliveries.Where(d => d.IsSettled && !days.Contains((d.SubscriberId, d.EditionKey)))
                .Select(d => $"orphan: edition {d.EditionKey} of {person.Email} is not on the operator's list"));
            CountMails(person, [.. acts.Mailbox.Read().Where(m => m.To == person.Email && m.Edition is not null)], deliveries);
            await CountVotesAsync(subscriber, cancellationToken);
        }
    }

    private void CountDue(Subscriber subscriber, List<Due> dues)
    {
        var valid = dues.Where(d => d.At == subscriber.NextDue).ToList();
        findings.AddRange(subscriber.State == SubscriberState.Active && valid.Count == 0
            ? [$"stuck: nobody will wake {subscriber.Email}"]
            : []);
        findings.AddRange(dues.Except(valid).Select(d => $"orphan: {subscriber.Email} has a row for {d.At:u}, which is of no plan"));
    }

    private void CountMails(Person person, List<Mailbox.KeptMail> mails, List<Delivery> deliveries)
    {
        foreach (var (earlier, later) in mails.GroupBy(m => m.Edition).SelectMany(same => same.Zip(same.Skip(1))))
        {
            var near = victim.Kills.Any(k => k > earlier.At - Beside && k < earlier.At + Beside);
            var list = near ? excused : findings;
            list.Add($"doubled: edition {earlier.Edition} of {person.Email} came at {earlier.At:T} and again at {later.At:T}");
        }

        findings.AddRange(mails.Where(m => m.At > person.LeftAt + Grace)
            .Select(m => $"after leaving: {person.Email} left at {person.LeftAt:T} and got edition {m.Edition} at {m.At:T}"));
        findings.AddRange(deliveries.Where(d => d.State == DeliveryState.Sent && mails.All(m => m.Edition != d.EditionKey))
            .Select(d => $"lost: edition {d.EditionKey} of {person.Email} is noted as sent, and no mail came"));
        findings.AddRange(deliveries.Where(d => d.State == DeliveryState.Sent).SelectMany(d => d.Picks).GroupBy(p => p.Title)
            .Where(p => p.Count() > 1).Select(p => $"doubled: '{p.Key}' was mailed to {person.Email} in {p.Count()} editions"));
        var text = string.Concat(mails.Select(m => m.Html));
        findings.AddRange(acts.Files.Values.SelectMany(f => f.Papers).Distinct()
            .Where(p => person.Stays && p.Topic == person.Topic && !text.Contains(p.Title, StringComparison.Ordinal))
            .Select(p => $"lost: {person.Email} never got '{p.Title}'"));
    }

    private async Task CountVotesAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var (taken, kept) = (acts.Votes.Count(v => v.Email == subscriber.Email), await victim.Get<IVoteTable>()
            .ReadAsync(subscriber.Id, cancellationToken).CountAsync(cancellationToken));
        findings.AddRange(kept < taken ? [$"lost: {subscriber.Email} voted on {taken} papers, and {kept} votes are there"] : []);
    }
}
