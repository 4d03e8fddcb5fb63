using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Flow;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Statistics;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Pages;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Memory;

namespace PaperFunctions.Tests.Flow.Parts;

/// <summary>The flow with its own services, the real renderer, and tables, queues, blobs, index and mail in memory.</summary>
public sealed class MemoryFlow : IDisposable
{
    private readonly ServiceProvider _services;

    public MemoryFlow(params (string Name, string Value)[] settings)
    {
        Blobs = new MemoryBlobs(Clock);
        var services = new ServiceCollection();
        var all = Settings.Concat(settings.Select(s => new KeyValuePair<string, string?>(s.Name, s.Value)));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).AddInMemoryCollection(all)
            .Build());
        services.AddSingleton<TimeProvider>(Clock).AddFlow().AddPages();
        services.AddSingleton<IPaperTable>(Papers).AddSingleton<IArrivalTable>(Arrivals).AddSingleton<IDigestTable>(Digests);
        services.AddSingleton<ISubscriberTable>(Subscribers).AddSingleton<IDueTable>(Due);
        services.AddSingleton<IDeliveryTable>(Deliveries).AddSingleton<IVoteTable>(Votes).AddSingleton<IMailEventTable>(MailEvents);
        services.AddSingleton<IDigestBlobs>(Blobs).AddSingleton<IModelBlobs>(Models).AddSingleton<IFlowQueues>(Queues)
            .AddSingleton<IQueueAges>(Queues).AddSingleton<IPoisonQueues>(Queues);
        services.AddSingleton<IPaperIndex>(Index).AddSingleton<IMailSender>(Mail).AddSingleton<IBackups>(Backups)
            .AddSingleton<ILookUpTable>(LookUps).AddSingleton<IImportTable>(Imports).AddSingleton<IMailCountTable>(MailCounts);
        _services = services.BuildServiceProvider();
    }

    public static Dictionary<string, string?> Settings { get; } = new()
    {
        ["Site:BaseUrl"] = "https://papers.example.org",
        ["Site:SigningKey"] = Convert.ToBase64String(Encoding.ASCII.GetBytes("a signing key of 32 bytes, tests")),
        ["Site:AddressKey"] = Convert.ToBase64String(Encoding.ASCII.GetBytes("a hashing key of 32 bytes, tests")),
    };

    public TestClock Clock { get; } = new();

    public MemoryPaperTable Papers { get; } = new();

    public MemoryArrivalTable Arrivals { get; } = new();

    public MemoryDigestTable Digests { get; } = new();

    public MemorySubscriberTable Subscribers { get; } = new();

    public MemoryDueTable Due { get; } = new();

    public MemoryDeliveryTable Deliveries { get; } = new();

    public MemoryVoteTable Votes { get; } = new();

    public MemoryMailEventTable MailEvents { get; } = new();

    public MemoryBlobs Blobs { get; }

    public MemoryModels Models { get; } = new();

    public MemoryQueues Queues { get; } = new();

    public MemoryIndex Index { get; } = new();

    public MemoryMail Mail { get; } = new();

    public MemoryBackups Backups { get; } = new();

    public MemoryLookUps LookUps { get; } = new();

    public MemoryMailCountTable MailCounts { get; } = new();

    public MemoryImportTable Imports { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Drops a digest of these titles and reads it.</summary>
    public async Task<Digest> DropAsync(string name, params string[] titles)
    {
        Blobs.Put(name, Page(titles));
        await Get<ReceiveDigest>().RunAsync(name, again: false, CancellationToken.None);
        return await DigestAsync(name);
    }

    public async Task<Digest> DigestAsync(string name) => (await Digests.FindAsync(Digest.IdOf(name), CancellationToken.None))!.Value;

    public async Task<List<string>> ListAsync(string name) =>
        await Digests.EntriesAsync((await DigestAsync(name)).ShownListId, CancellationToken.None).Select(e => e.Title).ToListAsync();

    /// <summary>A confirmed subscriber of one topic whose first hour is planned.</summary>
    public Task<Subscriber> SubscribeAsync(string email, string topic = "sponge reefs", DeliveryPlan? plan = null) =>
        Get<PaperFunctions.Flow.Subscribers.Accounts.EnrolSubscriber>().ActivateAsync(
            email,
            s => s with { Interests = [new Interest(InterestKind.Topic, topic)], Plan = plan ?? s.Plan, Exploration = false },
            CancellationToken.None);

    public async Task<Subscriber> SubscriberAsync(string id) => (await Subscribers.FindAsync(id, CancellationToken.None))!.Value;

    /// <summary>A digest page of these titles, each with an abstract.</summary>
    public static byte[] Page(params IEnumerable<string> titles) => Encoding.UTF8.GetBytes(
        "Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\nSubscribe"
        + string.Concat(titles.Select(t => $"{t}\nWe study {t.ToLowerInvariant()} with instruments towed above the seabed.\n")));

    public void Dispose() => _services.Dispose();
}
