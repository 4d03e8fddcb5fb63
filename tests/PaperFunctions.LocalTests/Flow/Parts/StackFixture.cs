using System.Collections.Concurrent;
using System.Net.Http.Json;
using Azure.Search.Documents;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Flow.Parts;

/// <summary>The whole product, started once for the classes of <see cref="StackCollection"/>; timers run when a test says so.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    public const int MaxBytes = 200_000;

    private readonly ConcurrentDictionary<string, int> _refusals = new();
    private readonly HttpClient _http = new();
    private SwitchedTransport? _search;

    public string Folder { get; } = Directory.CreateTempSubdirectory("papers-stack-").FullName;

    public LocalRuntime Stack { get; private set; } = null!;

    public OffsetClock Clock { get; } = new();

    /// <summary>True: search does not answer.</summary>
    public bool SearchIsDown
    {
        set => _search!.Cut = value;
    }

    public async Task InitializeAsync()
    {
        var host = Path.Combine(Folder, "host.json");
        await File.WriteAllTextAsync(host, (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "host.json")))
            .Replace("\"visibilityTimeout\": \"00:01:00\"", "\"visibilityTimeout\": \"00:00:01\"", StringComparison.Ordinal));
        Stack = await LocalRuntime.StartAsync(
            new LocalOptions
            {
                Port = 0,
                MailPort = 0,
                DataFolder = Folder,
                RunTimers = false,
                HostJson = host,
                Settings = new Dictionary<string, string?> { ["Digests:MaxBytes"] = $"{MaxBytes}", ["Mail:TimeoutSeconds"] = "2" },
                Configure = Configure,
                FailDocument = Refusal,
            },
            CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Stack.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public T Get<T>()
        where T : notnull => Stack.Services.GetRequiredService<T>();

    /// <summary>Search refuses this title's document for now, so many times.</summary>
    public void Refuse(string title, int times) => _refusals[PaperKey.Of(new Paper { Title = title })[0].ToId().Value] = times;

    /// <summary>How often the document of this title is still to be refused.</summary>
    public int RefusalsLeft(string title) => _refusals[PaperKey.Of(new Paper { Title = title })[0].ToId().Value];

    /// <summary>Uploads a digest; it is picked up at once.</summary>
    public async Task<Dropped> UploadAsync(string name, byte[] content)
    {
        BlobContentInfo info = await Get<BlobServiceClient>().GetBlobContainerClient(DigestBlobs.Container).GetBlobClient(name)
            .UploadAsync(new MemoryStream(content), overwrite: true);
        Stack.Functions.Nudge();
        return new Dropped(name, info.LastModified) { ContentHash = await ContentHash.OfAsync(new MemoryStream(content), default) };
    }

    /// <summary>Uploads a digest and waits until it is indexed, or failed.</summary>
    public async Task<Digest> DropAsync(string name, byte[] content) => await SettledAsync(await UploadAsync(name, content));

    public async Task<Digest> SettledAsync(Dropped dropped)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await Get<DigestDrop>().WaitAsync(dropped, null, limit.Token);
    }

    public async Task<Digest> DigestAsync(string name) => (await Get<DigestRows>().FindAsync(name, default))!.Value;

    public Task<Subscriber> EnrolAsync(string email, string topic) => FirstStart.EnrolAsync(Stack.Services, email, [topic], default);

    public async Task<Subscriber> SubscriberAsync(string id) => (await Get<ISubscriberTable>().FindAsync(id, default))!.Value;

    public async Task<List<ReceivedMail>> MailToAsync(string address) =>
        [.. (await _http.GetFromJsonAsync<List<ReceivedMail>>($"{Stack.Addresses.Mail}/messages"))!.Where(m => m.To == address)];

    public async Task<List<string>> SearchAsync(string text) =>
        [.. (await Get<IPaperIndex>().SearchAsync(new SearchQuery(text, 0, 50), default)).Hits.Select(h => h.Paper.Title)];

    /// <summary>Puts an edition out of turn on the queue; the key is the caller's.</summary>
    public Task SendNowAsync(Subscriber subscriber, string key) =>
        Get<IFlowQueues>()
            .SendAsync(new EditionsDue(1, [new DueSubscriber(subscriber.Id, Clock.GetUtcNow(), key)], OnDemand: true), default);

    public Task<Delivery> DeliveryAsync(Subscriber subscriber, string key, Func<Delivery, bool> wanted) =>
        EventuallyAsync(async () => (await Get<IDeliveryTable>().FindAsync(subscriber.Id, key, default))?.Value, wanted);

    /// <summary>Messages in each poison queue that is not empty.</summary>
    public async Task<Dictionary<string, int>> PoisonAsync()
    {
        var poison = new Dictionary<string, int>();
        await foreach (var queue in Get<QueueServiceClient>().GetQueuesAsync())
        {
            if (queue.Name.EndsWith("poison", StringComparison.Ordinal))
            {
                var peeked = await Get<QueueServiceClient>().GetQueueClient(queue.Name).PeekMessagesAsync(32);
                if (peeked.Value.Length > 0)
                {
                    poison[queue.Name] = peeked.Value.Length;
                }
            }
        }

        return poison;
    }

    /// <summary>Looks again until a value is there that is wanted.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T?>> look, Func<T, bool> wanted)
        where T : class
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var found = await look();
            if (found is not null && wanted(found))
            {
                return found;
            }

            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), $"What was waited for did not come; last seen: {found}");
            await Task.Delay(50);
        }
    }

    private void Configure(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        var local = (SearchClientOptions)services.Last(s => s.ServiceType == typeof(SearchClientOptions)).ImplementationInstance!;
        _search = new SwitchedTransport(local.Transport);
        services.AddSingleton(new SearchClientOptions { Transport = _search, Retry = { MaxRetries = 0 } });
    }

    private int? Refusal(string key)
    {
        var refuse = _refusals.TryGetValue(key, out var left) && left > 0;
        if (refuse)
        {
            _refusals[key] = left - 1;
        }

        return refuse ? 503 : null;
    }
}

/// <summary>A message as <c>GET /messages</c> tells it.</summary>
public sealed record ReceivedMail(string Id, string To, string From, string Subject, string Html, string Text,
    Dictionary<string, string> Headers);

[CollectionDefinition(Name)]
public sealed class StackCollection : ICollectionFixture<StackFixture>
{
    public const string Name = "The whole product";
}
