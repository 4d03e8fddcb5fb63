using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Editions.Schedule;
using PaperFunctions.Flow.Nightly;
using PaperFunctions.Flow.Queues;

namespace PaperFunctions.Functions;

/// <summary>An edition's way: due, chosen, composed, sent.</summary>
public sealed class EditionFunctions(QueueDue queue, DeliverEditions deliver, RefreshNightly refresh)
{
    /// <summary>Schedule, every quarter of an hour.</summary>
    [Function(nameof(OnHour))]
    public Task OnHour([TimerTrigger("%OnHourSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        queue.RunAsync(cancellationToken);

    /// <summary>Match, Compose, Send.</summary>
    [Function(nameof(OnEditionsDue))]
    public Task OnEditionsDue([QueueTrigger(EditionsDue.Queue)] EditionsDue message, CancellationToken cancellationToken) =>
        deliver.RunAsync(message, cancellationToken);

    /// <summary>The ranker's statistics, and what is past keeping.</summary>
    [Function(nameof(OnNight))]
    public Task OnNight([TimerTrigger("%OnNightSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        refresh.RunAsync(cancellationToken);
}
