using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Kills;

/// <summary>After the last kill: lets everything that waits be done, moving the clock where it waits for a time.</summary>
internal sealed class Settling(Victim victim, Acts acts, Action<string> say)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Leases run out, lost editions are looked for, failed work waits for the night, editions wait for the next day.</summary>
    private static readonly int[] Minutes = [6, 31, 24 * 60, 6];

    /// <returns>What never came to an end.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await victim.StartAsync(cancellationToken);
        await victim.MendMailAsync();
        foreach (var name in acts.Unanswered.ToList())
        {
            await acts.DropAsync(acts.Files[name], cancellationToken);
        }

        var unrest = await CalmAsync(cancellationToken);
        foreach (var minutes in Minutes)
        {
            say($"the clock moves on by {minutes} minutes. Waiting: {(unrest.Count == 0 ? "nothing" : string.Join("; ", unrest.Take(4)))}");
            await victim.StopAsync(cancellationToken); // no clock jumps under a program that runs
            victim.Move(TimeSpan.FromMinutes(minutes));
            await victim.StartAsync(cancellationToken);
            await (minutes > 60 ? victim.RunAsync("OnNight") : Task.CompletedTask);
            unrest = await CalmAsync(cancellationToken);
        }

        await SendAllAsync(cancellationToken);
        return await CalmAsync(cancellationToken);
    }

    /// <summary>Asks for editions until there is nothing left to send: an edition holds fifty papers at most.</summary>
    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        for (var (round, before) = (0, -1); round < 10 && before != acts.Mailbox.Read().Count; round++)
        {
            before = acts.Mailbox.Read().Count;
            victim.Move(TimeSpan.FromSeconds(2)); // an edition out of turn is named by its second
            await acts.SendAsync(cancellationToken);
            await CalmAsync(cancellationToken);
        }
    }

    /// <summary>Waits until nothing waits, three looks in a row.</summary>
    private async Task<IReadOnlyList<string>> CalmAsync(CancellationToken cancellationToken)
    {
        var (until, unrest) = (DateTime.UtcNow + Patience, (IReadOnlyList<string>)[]);
        for (var calm = 0; calm < 3 && DateTime.UtcNow < until; calm = unrest.Count == 0 ? calm + 1 : 0)
        {
            await Task.Delay(700, cancellationToken);
            await acts.TendAsync();
            unrest = await UnrestAsync(cancellationToken);
        }

        return unrest;
    }

    private async Task<IReadOnlyList<string>> UnrestAsync(CancellationToken cancellationToken)
    {
        var unrest = new List<string>();
        foreach (var queue in await victim.Get<IOperatorStorage>().QueuesAsync(cancellationToken))
        {
            unrest.AddRange(queue.Waiting > 0 ? [$"{queue.Waiting} messages in {queue.Name}"] : []);
        }

        var digests = await victim.Get<IDigestTable>().ListAsync(cancellationToken)
            .ToDictionaryAsync(d => d.Name, cancellationToken: cancellationToken);
        unrest.AddRange(acts.Files.Keys.Where(name => !digests.ContainsKey(name)).Select(name => $"{name} has no row"));
        unrest.AddRange(digests.Values.Where(d => !d.IsSettled || d.AwaitsIndex).Select(d => $"{d.Name} is {d.State}"));
        unrest.AddRange(acts.People.Where(p => !p.IsConfirmed).Select(p => $"{p.Email} is not confirmed"));
        await foreach (var subscriber in victim.Get<ISubscriberTable>().ListAsync(cancellationToken))
        {
            unrest.AddRange(await victim.Get<IDeliveryTable>().ListAsync(subscriber.Id, cancellationToken).Where(d => !d.IsSettled)
                .Select(d => $"edition {d.EditionKey} of {subscriber.Email} is {d.State}").ToListAsync(cancellationToken));
            unrest.AddRange(subscriber is { State: SubscriberState.Active, NextDue: { } due } && due <= victim.Now
                ? [$"{subscriber.Email} has been due since {due:u}"] : []);
        }

        return unrest;
    }
}
