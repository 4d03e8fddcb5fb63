using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Subscribers.Plans;

/// <summary>An edition that came to an end, and whose subscriber is to be moved on to the next.</summary>
/// <param name="Row">The subscriber as read before the edition was made.</param>
/// <param name="Due">What was due; null for an edition out of turn, which moves no hour.</param>
public sealed record SettledEdition(Versioned<Subscriber> Row, DueSubscriber? Due, Delivery Delivery)
{
    public Subscriber Subscriber => Row.Value;

    /// <summary>Papers that arrived before it were considered. Those of a refused edition reached
    /// nobody: the next one may pick them.</summary>
    public DateTimeOffset Cutoff => Delivery.State == DeliveryState.Failed || Delivery.Cutoff < Subscriber.LastCutoff
        ? Subscriber.LastCutoff : Delivery.Cutoff;
}
