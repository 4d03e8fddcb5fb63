using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Editions.Schedule;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Editions;

/// <summary>Readers, papers and batches for tests of delivery.</summary>
public abstract class DeliveringTests : IDisposable
{
    private protected static readonly string[] Titles =
        ["Tidal Glass Sponge Reefs", "A Seabed Survey of Sponge Reefs", "Compressing Train Timetables", "Brewing Tea with Hard Water"];

    private protected MemoryFlow Product { get; } = new();

    public void Dispose()
    {
        Product.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A queue and the schedule beside it: runs a message, and what it puts off, each at its
    /// time, until nothing is put off.</summary>
    private protected async Task RunQueueAsync(EditionsDue message)
    {
        for (var (next, put) = ((EditionsDue?)message, 0); next is not null;)
        {
            put = Product.Queues.Later.Count;
            await DeliverAsync(next);
            next = Product.Queues.Later.Count > put ? Product.Queues.Later[^1].Message : null;
            Product.Clock.Advance(next is null ? TimeSpan.Zero : Product.Queues.Later[^1].Delay);
            await Product.Get<QueueDue>().RunAsync(default);
        }
    }

    /// <summary>Readers, papers for them, and the hour at which they are due; gives back the first.</summary>
    private protected async Task<Subscriber> ReadyAsync(params string[] emails)
    {
        var readers = new List<Subscriber>();
        foreach (var email in emails.DefaultIfEmpty("reader@example.org"))
        {
            readers.Add(await Product.SubscribeAsync(email));
        }

        await Product.DropAsync("week.txt", Titles);
        Product.Clock.Set(readers[0].NextDue!.Value);
        return readers[0];
    }

    private protected async Task<EditionsDue> QueuedAsync()
    {
        await Product.Get<QueueDue>().RunAsync(default);
        return Product.Queues.Due[^1];
    }

    private protected EditionsDue OnDemand(Subscriber reader) =>
        new(1, [new DueSubscriber(reader.Id, Product.Clock.GetUtcNow(), Product.Clock.GetUtcNow().ToString("yyyy-MM-ddTHHmmss"))],
            OnDemand: true);

    private protected Task DeliverAsync(EditionsDue message) => Product.Get<DeliverEditions>().RunAsync(message, default);

    /// <summary>A reader's oldest delivery.</summary>
    private protected async Task<Delivery> DeliveryAsync(Subscriber reader) =>
        await Product.Deliveries.ListAsync(reader.Id, default).LastAsync();

    private protected async Task<Delivery> NewestAsync(Subscriber reader) =>
        await Product.Deliveries.ListAsync(reader.Id, default).FirstAsync();

    private protected async Task<List<Due>> DueAsync() => await Product.Due.ReadAsync(DateTimeOffset.MaxValue, default).ToListAsync();
}
