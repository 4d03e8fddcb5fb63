using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Azure.Search.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Local.Runtime;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>The whole product with three sample digests, started once for the classes of
/// <see cref="SiteCollection"/>; timers run when a test says so.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private static readonly string[] Dropped = ["trending-inline.txt", "mail.eml", "references.bib"];

    /// <summary>Who may open the operator's page with a login.</summary>
    public const string OperatorId = "0f8fad5b-d9cb-469f-a165-70867728950e";

    /// <summary>Addresses of a reserved domain (RFC 2606).</summary>
    public static IReadOnlyList<string> SourceAddresses { get; } =
        ["https://reefs.example.org/feed.xml", "https://kelp.example.org/new/papers?subject=kelp+forests", "https://tides.example.org/rss"];

    private readonly string _folder = Directory.CreateTempSubdirectory("papers-site-").FullName;
    private readonly WarningList _warnings = new();
    private SwitchedTransport? _search;
    private int _papers;

    public LocalRuntime Stack { get; private set; } = null!;

    /// <summary>Without cookies and redirects, so that answers are seen as they come.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>What the product logged as a warning or worse, in order.</summary>
    public IReadOnlyList<string> Warnings => [.. _warnings.Lines];

    /// <summary>The audit lines so far: the event's id and what it says.</summary>
    public IReadOnlyList<string> Audit => [.. _warnings.Audit];

    /// <summary>True: search does not answer.</summary>
    public bool SearchIsDown
    {
        set => _search!.Cut = value;
    }

    /// <summary>The way to the search service.</summary>
    internal SwitchedTransport Search => _search!;

    public async Task InitializeAsync()
    {
        Stack = await LocalRuntime.StartAsync(
            new LocalOptions
            {
                Port = 0, MailPort = 0, DataFolder = _folder, RunTimers = false, MailEvents = true, Configure = Configure,
                Settings = new Dictionary<string, string?>
                {
                    ["Operator:Ids"] = OperatorId,
                    ["WEBSITE_AUTH_ENABLED"] = "True",

                    // Shown on the operator's page; without timers nobody asks them.
                    ["Sources:List"] = string.Join(';', SourceAddresses.Select((address, i) => $"source-{i + 1}={address}")),
                    ["LookUp:Services"] = "arxiv,crossref",
                },
            },
            CancellationToken.None);
        Http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false
        })
        { BaseAddress = new Uri(Stack.Addresses.Web) };
        await DropAsync([.. LocalFolders.Samples.Where(s => Dropped.Contains(Path.GetFileName(s)))]);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Stack.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public T Get<T>()
        where T : notnull => Stack.Services.GetRequiredService<T>();

    public Task<IReadOnlyList<Digest>> DropAsync(params IReadOnlyList<string> files) => FirstStart.DropAsync(Stack, files, default);

    /// <summary>A digest of our own: one paper a title.</summary>
    public async Task<Digest> DropTitlesAsync(params string[] titles)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.md");
        await File.WriteAllTextAsync(file, string.Concat(titles.Select(t =>
            $"- **{t}** [paper](https://arxiv.org/abs/2301.{Interlocked.Increment(ref _papers):D5})\n\n  We study "
            + $"{t.ToLowerInvariant()} and what follows from it, at length.\n\n")));
        return (await DropAsync(file))[0];
    }

    /// <summary>A file to drop.</summary>
    public async Task<string> FileAsync(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    public static string NewAddress() => $"reader-{Guid.NewGuid():N}@example.org";

    public Task<Subscriber> EnrolAsync(params string[] topics) => FirstStart.EnrolAsync(Stack.Services, NewAddress(), topics, default);

    public async Task<Subscriber?> FindAsync(Subscriber subscriber) =>
        (await Get<ISubscriberTable>().FindAsync(subscriber.Id, default))?.Value;

    public Task<string> ManageTokenAsync(Subscriber subscriber) => Task.FromResult(Get<SubscriberLinks>().ManageToken(subscriber));

    /// <summary>Every reader there is, to see that nothing was stored.</summary>
    public async Task<int> CountSubscribersAsync() => await Get<ISubscriberTable>().ListAsync(default).CountAsync();

    public async Task<PaperId> AnyPaperAsync()
    {
        var digest = (await Get<DigestRows>().FindAsync("trending-inline.txt", default))!.Value;
        return (await Get<IDigestTable>().EntriesAsync(digest.ShownListId, default).FirstAsync()).Paper;
    }

    public async Task<Delivery> SendNowAsync(Subscriber subscriber) => (await Get<EditionsNow>().SendAsync([subscriber], default))[0];

    /// <summary>Sends an edition to a reader, whatever the reader's state is now, as a message that was on its way would.</summary>
    public Task DeliverAsync(Subscriber subscriber, string editionKey) => Get<DeliverEditions>().RunAsync(
        new EditionsDue(1, [new DueSubscriber(subscriber.Id, DateTimeOffset.UtcNow, editionKey)], OnDemand: true), default);

    public async Task<bool> IsKnownAsync(string email) =>
        await Get<ISubscriberTable>().FindByAddressAsync(Get<AddressHash>().Of(email), default) is not null;

    /// <summary>The reader behind an address.</summary>
    public async Task<Subscriber> ByAddressAsync(string email)
    {
        var id = await Get<ISubscriberTable>().FindByAddressAsync(Get<AddressHash>().Of(email), default);
        return (await Get<ISubscriberTable>().FindAsync(id!, default))!.Value;
    }

    /// <summary>Runs the hourly timer, and waits until what it queued is done.</summary>
    public async Task RunHourAsync()
    {
        Assert.True((await Stack.Functions.RunNowAsync("OnHour")).Succeeded);
        await Eventually.Async(async () =>
            (await Get<IOperatorStorage>().QueuesAsync(default)).All(q => q.Waiting == 0) && Stack.Functions.Running == 0 ? "quiet" : null);
    }

    /// <summary>The mails to an address, newest first.</summary>
    public async Task<List<ReceivedMail>> MailToAsync(string address)
    {
        using var client = new HttpClient();
        return [.. (await client.GetFromJsonAsync<List<ReceivedMail>>($"{Stack.Addresses.Mail}/messages"))!.Where(m => m.To == address)];
    }

    public Task<ReceivedMail> NextMailAsync(string address, int after = 0) => Eventually.Async(
        async () => (await MailToAsync(address)) is { } mails && mails.Count > after ? mails[0] : null);

    public static string LinkIn(ReceivedMail mail, string path) => Regex.Match(mail.Text, $@"https?://\S+{Regex.Escape(path)}\?\S+").Value;

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string address)
    {
        using var answer = await Http.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var answer = await Http.PostAsync(address,
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Posts a form that leads on to another page, and reads that page.</summary>
    public async Task<string> FollowAsync(string address, params (string Name, string Value)[] fields)
    {
        using var answer = await Http.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name,
            f.Value))));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return (await GetAsync(answer.Headers.Location!.OriginalString)).Text;
    }

    private void Configure(IServiceCollection services)
    {
        var local = (SearchClientOptions)services.Last(s => s.ServiceType == typeof(SearchClientOptions)).ImplementationInstance!;
        _search = new SwitchedTransport(local.Transport);
        services.AddSingleton(new SearchClientOptions { Transport = _search, Retry = { MaxRetries = 0 } });
        services.AddSingleton<ILoggerProvider>(_warnings);
    }
}

/// <summary>A message as <c>GET /messages</c> tells it.</summary>
public sealed record ReceivedMail(string Id, string To, string Subject, string Html, string Text, Dictionary<string, string> Headers);

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<SiteFixture>
{
    public const string Name = "The site";
}
