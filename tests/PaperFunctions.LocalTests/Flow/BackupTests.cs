using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure.Backups;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Local.Runtime;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>Backing up and restoring on a real storage emulator.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papers-backup-").FullName;
    private LocalRuntime _stack = null!;

    public async Task InitializeAsync() => _stack = await LocalRuntime.StartAsync(
        new LocalOptions { Port = 0, MailPort = 0, DataFolder = _folder, RunTimers = false }, default);

    public async Task DisposeAsync()
    {
        await _stack.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_the_tables_lost_is_restored_and_nothing_is_mailed_twice()
    {
        var subscriber = await FirstStart.EnrolAsync(_stack.Services, "reefs@example.org", ["sponge reefs"], default);
        await DropAsync("reefs.txt");
        var sent = Assert.Single(await SendAsync());
        Assert.Equal(DeliveryState.Sent, sent.State);
        await Get<IVoteTable>().PutAsync(subscriber.Id, new Vote(sent.Picks[0].Paper, 1, DateTimeOffset.UtcNow), default);
        Assert.True((await _stack.Functions.RunNowAsync("OnNight")).Succeeded);

        await WipeAsync();
        Assert.Null(await Get<ISubscriberTable>().FindAsync(subscriber.Id, default));
        var restored = await Get<RestoreBackup>().RunAsync(null, default);

        Assert.Equal(1, restored!.Subscribers);
        var back = (await Get<ISubscriberTable>().FindAsync(subscriber.Id, default))!.Value;
        Assert.Equal(("reefs@example.org", SubscriberState.Active, "sponge reefs"), (back.Email, back.State, back.Interests[0].Text));
        Assert.Contains(await Get<IDueTable>().ReadAsync(DateTimeOffset.UtcNow.AddDays(3), default)
            .ToListAsync(), d => d.SubscriberId == subscriber.Id && d.At == back.NextDue);
        Assert.Equal(sent.Picks[0].Paper, (await Get<IVoteTable>().ReadAsync(subscriber.Id, default).SingleAsync()).Paper);
        Assert.Equal(sent.MessageId, (await Get<IDeliveryTable>().FindAsync(subscriber.Id, sent.EditionKey, default))!.Value.MessageId);

        await DropAsync("reefs again.txt");
        var later = Assert.Single(await SendAsync());
        Assert.Empty(later.Picks.Select(p => p.Paper).Intersect(sent.Picks.Select(p => p.Paper)));
    }

    [Fact]
    public async Task Restoring_twice_adds_nothing_and_changes_no_row_that_is_there()
    {
        var subscriber = await FirstStart.EnrolAsync(_stack.Services, "kelp@example.org", ["kelp"], default);
        var backup = await Get<IBackups>().WriteAsync(default);
        var row = (await Get<ISubscriberTable>().FindAsync(subscriber.Id, default))!;
        await Get<ISubscriberTable>().TrySaveAsync(row with { Value = row.Value with { State = SubscriberState.Unsubscribed } }, default);

        var restored = await Get<RestoreBackup>().RunAsync(backup.Name, default);
        Assert.Equal((0L, 0), (restored!.Rows, restored.Subscribers));
        Assert.Equal(SubscriberState.Unsubscribed, (await Get<ISubscriberTable>().FindAsync(subscriber.Id, default))!.Value.State);
    }

    [Fact]
    public async Task Who_signed_up_again_after_the_loss_has_one_account_after_restoring()
    {
        await FirstStart.EnrolAsync(_stack.Services, "again@example.org", ["kelp"], default);
        await Get<IBackups>().WriteAsync(default);
        await WipeAsync();
        var back = await FirstStart.EnrolAsync(_stack.Services, "again@example.org", ["kelp"], default);
        Assert.Equal(0, (await Get<RestoreBackup>().RunAsync(null, default))!.Subscribers);
        Assert.Equal(back.Id, (await Get<ISubscriberTable>().ListAsync(default).SingleAsync()).Id);
    }

    [Fact]
    public async Task Who_left_after_the_backup_is_not_brought_back_to_be_mailed()
    {
        var deleted = await FirstStart.EnrolAsync(_stack.Services, "deleted@example.org", ["kelp"], default);
        var unsubscribed = await FirstStart.EnrolAsync(_stack.Services, "unsubscribed@example.org", ["kelp"], default);
        var returned = await FirstStart.EnrolAsync(_stack.Services, "returned@example.org", ["kelp"], default);
        await Get<IVoteTable>().PutAsync(deleted.Id, new Vote(new PaperId("arxiv-2401.00001"), 1, DateTimeOffset.UtcNow), default);
        await Get<IBackups>().WriteAsync(default);
        await Get<SubscriberAccount>().DeleteAsync(deleted.Id, default);
        await Get<SubscriberAccount>().UnsubscribeAsync(unsubscribed.Id, goodbye: false, default);
        await Get<SubscriberAccount>().UnsubscribeAsync(returned.Id, goodbye: false, default);
        await Get<SubscriberAccount>().ConfirmAsync(
            new LinkToken(LinkPurpose.Confirm, returned.Id, DateTimeOffset.MaxValue)
            {
                ConfirmCode = (await Get<ISubscriberTable>().FindAsync(returned.Id, default))!.Value.ConfirmCode,
            }, default);
        await WipeAsync();

        await Get<RestoreBackup>().RunAsync(null, default);
        var back = await Get<ISubscriberTable>().ListAsync(default).ToDictionaryAsync(s => s.Id, s => s.State);
        Assert.Equal(2, back.Count);
        Assert.Equal((SubscriberState.Unsubscribed, SubscriberState.Active), (back[unsubscribed.Id], back[returned.Id]));
        Assert.Empty(await Get<IVoteTable>().ReadAsync(deleted.Id, default).ToListAsync());
    }

    [Fact]
    public async Task A_file_with_fewer_rows_than_were_written_is_refused()
    {
        await FirstStart.EnrolAsync(_stack.Services, "short@example.org", ["kelp"], default);
        var backup = await Get<IBackups>().WriteAsync(default);
        var file = Get<BlobServiceClient>().GetBlobContainerClient(TableBackups.Container)
            .GetBlobClient($"{backup.Name}/Addresses.jsonl.gz");
        await using (var packed = new System.IO.Compression.GZipStream(await file.OpenWriteAsync(overwrite: true),
            System.IO.Compression.CompressionLevel.Fastest))
        {
        }

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Get<RestoreBackup>().RunAsync(backup.Name, default));
        Assert.Contains($"{backup.Name}/Addresses.jsonl.gz holds 0 rows, but 1 were written", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_stopped_on_the_way_is_not_offered_and_a_damaged_one_says_where()
    {
        var container = Get<BlobServiceClient>().GetBlobContainerClient(TableBackups.Container);
        await container.GetBlobClient("2026-01-01T000000Z/Votes.jsonl.gz").UploadAsync(BinaryData.FromString("cut"));
        Assert.Empty(await Get<IBackups>().ListAsync(default));
        Assert.Null(await Get<RestoreBackup>().RunAsync(null, default));

        var backup = await Get<IBackups>().WriteAsync(default);
        await container.GetBlobClient($"{backup.Name}/Votes.jsonl.gz").UploadAsync(BinaryData.FromString("no gzip"), overwrite: true);
        var damaged = await Assert.ThrowsAsync<InvalidDataException>(() => Get<RestoreBackup>().RunAsync(backup.Name, default));
        Assert.Contains($"{backup.Name}/Votes.jsonl.gz, line 1,", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_of_value_comes_back_as_it_was()
    {
        var at = new DateTimeOffset(2026, 3, 14, 15, 9, 26, 535, TimeSpan.Zero);
        var table = Get<TableServiceClient>().GetTableClient(TableNames.Votes);
        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Text"] = "line\n\"quoted\" ü", ["Whole"] = 7, ["Long"] = long.MaxValue, ["Real"] = 0.1, ["Yes"] = true, ["At"] = at,
            ["Id"] = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), ["Bytes"] = new byte[] { 0, 255 },
        });
        await Get<IBackups>().WriteAsync(default);
        await WipeAsync();
        await Get<RestoreBackup>().RunAsync(null, default);
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(("line\n\"quoted\" ü", 7, long.MaxValue, 0.1),
            (row.GetString("Text"), row.GetInt32("Whole"), row.GetInt64("Long"), row.GetDouble("Real")));
        Assert.Equal((true, at, Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")),
            (row.GetBoolean("Yes"), row.GetDateTimeOffset("At"), row.GetGuid("Id")));
        Assert.Equal([0, 255], row.GetBinary("Bytes"));
    }

    private T Get<T>()
        where T : notnull => _stack.Services.GetRequiredService<T>();

    private async Task DropAsync(string name)
    {
        var page = MemoryFlow.Page("Tidal Glass Sponge Reefs", "Compressing Train Timetables", "Brewing Tea with Hard Water");
        await Get<BlobServiceClient>().GetBlobContainerClient("digests").GetBlobClient(name).UploadAsync(BinaryData.FromBytes(page));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var digest = await Get<DigestDrop>().WaitAsync(new Dropped(name, DateTimeOffset.MinValue), null, limit.Token);
        Assert.Equal(DigestState.Indexed, digest.State);
    }

    private async Task<IReadOnlyList<Delivery>> SendAsync() =>
        [.. await Get<EditionsNow>().SendAsync(await Get<ISubscriberTable>().ListAsync(default).ToListAsync(), default)];

    /// <summary>All rows of all tables are gone; the tables stay.</summary>
    private async Task WipeAsync()
    {
        foreach (var name in TableNames.All)
        {
            var table = Get<TableServiceClient>().GetTableClient(name);
            await foreach (var row in table.QueryAsync<TableEntity>())
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }
        }
    }
}
