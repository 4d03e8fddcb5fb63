using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Import;

/// <summary>Adds a part of an import. May run twice and stop anywhere: whoever is here already stays as they are.</summary>
public sealed class AddPeople(
    ISubscriberTable subscribers, AddressHash addresses, EnrolSubscriber enrol, NextEdition next, IFlowQueues queues, IImportTable imports,
    TimeProvider clock)
{
    private const int AtOnce = 8;

    public async Task RunAsync(PeopleBatch batch, CancellationToken cancellationToken)
    {
        var added = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(batch.People, options, async (person, token) =>
        {
            if (await AddAsync(batch, person, token))
            {
                Interlocked.Increment(ref added);
            }
        });
        await imports.PutPartAsync(batch.Import, batch.Part, new ImportCounts(added, batch.People.Count - added), cancellationToken);
    }

    /// <returns>Whether this import added the person, now or in an earlier run.</returns>
    private async Task<bool> AddAsync(PeopleBatch batch, ImportedPerson person, CancellationToken cancellationToken)
    {
        var known = await FindAsync(person.Email, cancellationToken);
        if (known is not null && !IsOurs(known.Value, batch))
        {
            return false;
        }

        var row = known ?? await enrol.FindOrAddAsync(person.Email, cancellationToken);
        if (!IsOurs(row.Value, batch))
        {
            return false;
        }

        if (row.Value.State == SubscriberState.Pending)
        {
            await FinishAsync(row, batch, person, cancellationToken);
        }

        return true;
    }

    private async Task FinishAsync(Versioned<Subscriber> row, PeopleBatch batch, ImportedPerson person, CancellationToken cancellationToken)
    {
        var order = batch.Order;
        var topics = person.Topics ?? order.Topics;
        var zone = person.Zone ?? order.Zone;
        await next.ReplanAsync(row, null, s => !IsOurs(s, batch) ? s : s with
        {
            State = order.Invite ? s.State : SubscriberState.Active,
            Interests = [.. topics.Select(t => new Interest(InterestKind.Topic, t))],
            Plan = new DeliveryPlan { Hour = order.Hour, Zone = zone },
            Consent = new Consent(person.Consent is { } said ? $"{order.Consent} {said}" : order.Consent, clock.GetUtcNow(), batch.Import),
        }, cancellationToken);
        if (order.Invite && row.Value.ConfirmationsSentAt.Count == 0)
        {
            var papers = row.Value.Size.Papers ?? EditionSize.Default.Papers ?? 8;
            await queues.SendAsync(new SignUp(1, person.Email, topics, order.Hour, zone, Weekly: false, papers), cancellationToken);
        }
    }

    /// <summary>Added by this import, or begun by a run of it that stopped: nobody else leaves an account without interests that was never
    /// asked.</summary>
    private static bool IsOurs(Subscriber subscriber, PeopleBatch batch) => subscriber.Consent?.Import == batch.Import
        || subscriber is
        {
            State: SubscriberState.Pending, Consent: null, Interests.Count: 0, ConfirmationsSentAt.Count: 0,
            ConfirmationClaimedUntil: null
        };

    private async Task<Versioned<Subscriber>?> FindAsync(string email, CancellationToken cancellationToken) =>
        await subscribers.FindByAddressAsync(addresses.Of(email), cancellationToken) is { } id
            ? await subscribers.FindAsync(id, cancellationToken)
            : null;
}
