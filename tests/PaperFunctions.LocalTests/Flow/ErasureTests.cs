using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure.Backups;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>What is left of people and of failed messages, on a real storage emulator.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Email = "erased.reader@example.org";

    private readonly string _folder = Directory.CreateTempSubdirectory("papers-erasure-").FullName;
    private LocalRuntime _stack = null!;

    /// <summary>The folder is one that an earlier release left open to others.</summary>
    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, (UnixFileMode)Convert.ToInt32("755", 8));
        }

        _stack = await LocalRuntime.StartAsync(
            new LocalOptions { Port = 0, MailPort = 0, DataFolder = _folder, RunTimers = false }, default);
    }

    public async Task DisposeAsync()
    {
        await _stack.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Deleting_everything_leaves_no_trace_in_any_table_queue_or_blob_but_in_backups()
    {
        var subscriber = await EverywhereAsync();
        var before = await TracesAsync(subscriber.Id);
        foreach (var table in new[] { "Subscribers", "Addresses", "Due", "Deliveries", "Votes", "MailEvents" })
        {
            Assert.Contains(before, trace => trace.StartsWith(table, StringComparison.Ordinal));
        }

        await Get<SubscriberAccount>().DeleteAsync(subscriber.Id, default);
        Assert.Empty(await TracesAsync(subscriber.Id));

        // What the provider tells later, the goodbye's delivery for one, brings nothing back.
        await Get<TakeMailEvents>().RunAsync([Bounce(subscriber, "later")], default);
        Assert.Empty(await TracesAsync(subscriber.Id));
    }

    [Fact]
    public async Task A_message_that_was_put_aside_is_tried_again_once()
    {
        var poison = Get<QueueServiceClient>().GetQueueClient(ReadAgain.Queue + "-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("""{"version":1,"name":"first time.txt"}""");
        await poison.SendMessageAsync("""{"version":1,"name":"second time.txt","triedAgain":true}""");
        await poison.SendMessageAsync("not ours");
        Assert.Equal(1, await Get<IPoisonQueues>().RetryOnceAsync(default));
        Assert.Equal(2, (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public void Keys_can_be_read_by_their_owner_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "secrets.json")));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
        }
    }

    /// <summary>A subscriber of whom each table has something.</summary>
    private async Task<Subscriber> EverywhereAsync()
    {
        await Get<SignUpSubscriber>().RunAsync(new SignUp(1, Email, ["sponge reefs"], 7, "Etc/UTC", false, 8), default);
        var subscriber = await FirstStart.EnrolAsync(_stack.Services, Email, ["sponge reefs"], default);
        var content = MemoryFlow.Page("Tidal Glass Sponge Reefs", "A Seabed Survey of Sponge Reefs", "Compressing Train Timetables");
        await Get<BlobServiceClient>().GetBlobContainerClient("digests").GetBlobClient("reefs.txt")
            .UploadAsync(BinaryData.FromBytes(content));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await Get<DigestDrop>().WaitAsync(new Dropped("reefs.txt", DateTimeOffset.MinValue), null, limit.Token);
        var sent = Assert.Single(await Get<EditionsNow>().SendAsync([subscriber], default));
        Assert.Equal(DeliveryState.Sent, sent.State);
        await Get<IVoteTable>().PutAsync(subscriber.Id, new Vote(sent.Picks[0].Paper, 1, DateTimeOffset.UtcNow), default);
        await Get<TakeMailEvents>().RunAsync([Bounce(subscriber, "first") with { Kind = MailEventKind.Blocked }], default);
        return subscriber;
    }

    private static MailEvent Bounce(Subscriber subscriber, string key) =>
        new(key, MailEventKind.Bounce, Email, subscriber.Id, null, "m1", $"550 {Email} has moved", DateTimeOffset.UtcNow);

    private T Get<T>()
        where T : notnull => _stack.Services.GetRequiredService<T>();

    /// <summary>Each row, message and blob that names the subscriber, by id or by address.</summary>
    private async Task<List<string>> TracesAsync(string id)
    {
        var found = new List<string>();
        var tables = Get<TableServiceClient>();
        foreach (var name in PaperFunctions.Azure.Tables.TableNames.All)
        {
            await foreach (var row in tables.GetTableClient(name).QueryAsync<TableEntity>())
            {
                Note(name, string.Join('\n', row.Select(p => $"{p.Key}={p.Value}")));
            }
        }

        await foreach (var queue in Get<QueueServiceClient>().GetQueuesAsync())
        {
            foreach (var message in (await Get<QueueServiceClient>().GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
            {
                Note(queue.Name, message.Body.ToString());
            }
        }

        await foreach (var container in Get<BlobServiceClient>().GetBlobContainersAsync())
        {
            if (container.Name == TableBackups.Container)
            {
                continue; // they expire by themselves, and the note in them keeps a restored backup from bringing anybody back
            }

            var client = Get<BlobServiceClient>().GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                Note($"{container.Name}/{blob.Name}", blob.Name
                    + Encoding.UTF8.GetString((await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content));
            }
        }

        return found;

        void Note(string where, string text)
        {
            if (text.Contains(id, StringComparison.OrdinalIgnoreCase) || text.Contains(Email, StringComparison.OrdinalIgnoreCase))
            {
                found.Add($"{where}: {text}");
            }
        }
    }
}
