using System.Net.Http.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure.Backups;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Local.Runtime;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>The worst day, rehearsed: everything is lost but the nightly backups.</summary>
public sealed class RestoreRehearsalTests : IDisposable
{
    private const string Reader = "reader@example.org";
    private const string Leaver = "leaver@example.org";
    private const string Stranger = "stranger@example.org";

    private readonly TemporaryFolder _folder = new();
    private readonly OffsetClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_everything_was_lost_a_restore_brings_people_back_and_mails_nobody_twice()
    {
        List<ReceivedMail> before;
        string leaverId;
        await using (var stack = await StartAsync())
        {
            var reader = await FirstStart.EnrolAsync(stack.Services, Reader, ["sponge reefs"], default);
            var leaver = await FirstStart.EnrolAsync(stack.Services, Leaver, ["sponge reefs"], default);
            leaverId = leaver.Id;
            await Get<SignUpSubscriber>(stack).RunAsync(new SignUp(1, Stranger, ["sponge reefs"], 7, "Etc/UTC", false, 8), default);
            await DropAsync(stack, "reefs.txt", "Tidal Glass Sponge Reefs", "Compressing Train Timetables");
            Assert.All(await Get<EditionsNow>(stack).SendAsync([reader, leaver], default), d => Assert.Equal(DeliveryState.Sent, d.State));
            Assert.True((await stack.Functions.RunNowAsync("OnNight")).Succeeded);
            await Get<SubscriberAccount>(stack).UnsubscribeAsync(leaver.Id, goodbye: false, default);
            before = await MailAsync(stack);
            Assert.Equal(3, before.Count); // two editions, and the question to the stranger
            await LoseAllButBackupsAsync(stack);
        }

        await using var restored = await StartAsync();
        Assert.Empty(await Get<ISubscriberTable>(restored).ListAsync(default).ToListAsync());
        var result = await Get<RestoreBackup>(restored).RunAsync(null, default);
        Assert.Equal(3, result!.Subscribers);

        // The digests are uploaded again, the next hours strike, and an edition is asked for out of turn.
        await DropAsync(restored, "reefs.txt", "Tidal Glass Sponge Reefs", "Compressing Train Timetables");
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await restored.Functions.RunNowAsync("OnHour")).Succeeded);
        var people = await Get<ISubscriberTable>(restored).ListAsync(default).ToListAsync();
        await Get<EditionsNow>(restored).SendAsync([.. people.Where(p => p.State == SubscriberState.Active)], default);
        var after = await NewAsync(restored, before);
        Assert.DoesNotContain(after, m => m.Text.Contains("Tidal Glass Sponge Reefs", StringComparison.Ordinal));
        Assert.All(after, m => Assert.Equal(Reader, m.To));
        Assert.Equal(SubscriberState.Unsubscribed, people.Single(p => p.Id == leaverId).State);

        // What is new reaches those who are there, once.
        await DropAsync(restored, "more.txt", "Sponge Reefs of the Shelf Edge");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Get<EditionsNow>(restored).SendAsync([.. people.Where(p => p.State == SubscriberState.Active)], default);
        var news = (await NewAsync(restored, before)).Where(m => m.Text.Contains("Sponge Reefs of the Shelf Edge",
            StringComparison.Ordinal));
        Assert.Equal(Reader, Assert.Single(news).To);
    }

    private Task<LocalRuntime> StartAsync() => LocalRuntime.StartAsync(
        new LocalOptions
        {
            Port = 0, MailPort = 0, DataFolder = _folder.Path, RunTimers = false,
            Configure = services => services.AddSingleton<TimeProvider>(_clock),
        },
        default);

    /// <summary>No table, queue or container is left but the one with the backups.</summary>
    private static async Task LoseAllButBackupsAsync(LocalRuntime stack)
    {
        foreach (var table in PaperFunctions.Azure.Tables.TableNames.All)
        {
            await Get<TableServiceClient>(stack).GetTableClient(table).DeleteAsync();
        }

        await foreach (var queue in Get<QueueServiceClient>(stack).GetQueuesAsync())
        {
            await Get<QueueServiceClient>(stack).DeleteQueueAsync(queue.Name);
        }

        await foreach (var container in Get<BlobServiceClient>(stack).GetBlobContainersAsync())
        {
            if (container.Name != TableBackups.Container)
            {
                await Get<BlobServiceClient>(stack).DeleteBlobContainerAsync(container.Name);
            }
        }
    }

    private static async Task DropAsync(LocalRuntime stack, string name, params string[] titles)
    {
        await Get<BlobServiceClient>(stack).GetBlobContainerClient("digests").GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(MemoryFlow.Page(titles)));
        stack.Functions.Nudge();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await Get<DigestDrop>(stack).WaitAsync(new Dropped(name, DateTimeOffset.MinValue), null, limit.Token);
    }

    private static async Task<List<ReceivedMail>> NewAsync(LocalRuntime stack, List<ReceivedMail> before) =>
        [.. (await MailAsync(stack)).Where(m => before.TrueForAll(b => b.Id != m.Id))];

    private static async Task<List<ReceivedMail>> MailAsync(LocalRuntime stack)
    {
        using var client = new HttpClient();
        return (await client.GetFromJsonAsync<List<ReceivedMail>>($"{stack.Addresses.Mail}/messages"))!;
    }

    private static T Get<T>(LocalRuntime stack)
        where T : notnull => stack.Services.GetRequiredService<T>();
}
