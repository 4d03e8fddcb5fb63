using System.CommandLine;
using Azure.Storage.Queues;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Local.Printing;
using PaperFunctions.Papers;

namespace PaperFunctions.Local.Verbs;

/// <summary><c>status</c>: digests with their problems, queues, index and subscribers of a running product.</summary>
internal static class StatusVerb
{
    private const int MaxDigests = 50;

    public static Command Create()
    {
        var (port, json) = (Arguments.Port(), Arguments.Json());
        var command = new Command("status", "Shows digests, queues, index and subscribers of a running product") { port, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(port), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, bool json, CancellationToken cancellationToken)
    {
        await using var services = await RunningProduct.ConnectAsync(port, cancellationToken);
        var digests = await services.GetRequiredService<IDigestTable>()
            .ListAsync(cancellationToken).Take(MaxDigests).ToListAsync(cancellationToken);
        var subscribers = await services.GetRequiredService<ISubscriberTable>().ListAsync(cancellationToken).CountAsync(cancellationToken);
        var documents = await services.GetRequiredService<IPaperIndex>().CountAsync(cancellationToken);
        var queues = await QueuesAsync(services.GetRequiredService<QueueServiceClient>(), cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonLines.Of(new
            {
                digests = digests.Select(
                    d => new { summary = DigestSummary.Of(d), receipt = d.Receipt }), searchDocuments = documents, subscribers, queues,
            }));
            return ExitCode.Done;
        }

        Print(digests);
        Console.WriteLine($"{documents} documents in search, {subscribers} subscribers");
        Console.WriteLine("Queues: " + string.Join(", ", queues.Select(q => $"{q.Key} {q.Value}")));
        return ExitCode.Done;
    }

    private static void Print(List<Digest> digests)
    {
        var table = new TextTable("Digest", "State", "Format", "Entries", "New", "Problems", "Took");
        foreach (var digest in digests)
        {
            var receipt = digest.Receipt;
            table.Add(
                digest.Name, digest.State.ToString(), $"{receipt.Format} ({receipt.Confidence:P0})",
                $"{receipt.Entries}", $"{digest.NewPapers}", $"{receipt.ProblemCount}", $"{receipt.Duration.TotalSeconds:F2} s");
        }

        foreach (var line in table.Lines())
        {
            Console.WriteLine(line);
        }

        digests.ForEach(PrintReceipt);
    }

    /// <summary>How many papers have which field, and the first problems.</summary>
    private static void PrintReceipt(Digest digest)
    {
        if (digest.Receipt.Fields.Count > 0)
        {
            var fields = digest.Receipt.Fields.OrderByDescending(f => f.Value).Select(f => $"{f.Key} {f.Value}");
            Console.WriteLine($"{digest.Name}: {string.Join(", ", fields)}");
        }

        foreach (var line in ReceiptLines.Of(digest))
        {
            Console.WriteLine($"{digest.Name}: {line}");
        }

        foreach (var problem in digest.Receipt.Problems.Take(3))
        {
            var column = problem.Column is { } at ? $":{at}" : "";
            Console.WriteLine($"{digest.Name}:{problem.Line}{column}: {problem.Reason}");
        }
    }

    /// <summary>Messages in each queue, poison queues included, by the service's own estimate.</summary>
    private static async Task<SortedDictionary<string, int>> QueuesAsync(QueueServiceClient service, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var queue in service.GetQueuesAsync(cancellationToken: cancellationToken))
        {
            var properties = await service.GetQueueClient(queue.Name).GetPropertiesAsync(cancellationToken);
            counts[queue.Name] = properties.Value.ApproximateMessagesCount;
        }

        return counts;
    }
}
