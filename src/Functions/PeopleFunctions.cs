using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Import;

namespace PaperFunctions.Functions;

/// <summary>People whom an operator imports.</summary>
public sealed class PeopleFunctions(AddPeople add)
{
    [Function(nameof(OnPeopleImport))]
    public Task OnPeopleImport([QueueTrigger(PeopleBatch.Queue)] PeopleBatch message, CancellationToken cancellationToken) =>
        add.RunAsync(message, cancellationToken);
}
