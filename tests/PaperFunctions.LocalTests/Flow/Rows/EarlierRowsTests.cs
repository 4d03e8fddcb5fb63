using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Local.Runtime;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow.Rows;

/// <summary>Rows that earlier releases wrote are read by this one. The files beside this one hold them, one a release; how to add one is
/// said where one is missing.</summary>
public sealed class EarlierRowsTests
{
    private const string Email = "kept.reader@example.org";
    private const string How = "With the release's code checked out, run PAPERFUNCTIONS_WRITE_ROWS=<version> dotnet test "
        + "tests/PaperFunctions.LocalTests --filter FullyQualifiedName~EarlierRowsTests, look at the new file in "
        + "tests/PaperFunctions.LocalTests/Flow/Rows, and commit it.";

    private static readonly string? ToWrite = Environment.GetEnvironmentVariable("PAPERFUNCTIONS_WRITE_ROWS");

    /// <summary>The same on each run, since rows are found by a hash that it makes.</summary>
    private static readonly string AddressKey = Convert.ToBase64String("a key for the addresses of tests"u8);

    public static TheoryData<string> Releases => [.. RowFile.Releases];

    [Fact]
    public async Task The_rows_of_a_release_are_written_on_demand()
    {
        if (ToWrite is not null)
        {
            using var folder = new TemporaryFolder();
            await using var stack = await StartAsync(folder.Path);
            await FillAsync(stack);
            await RowFile.WriteAsync(stack.Services.GetRequiredService<TableServiceClient>(), ToWrite);
        }

        Assert.NotEmpty(RowFile.Releases);
    }

    [Fact]
    public void Every_release_has_its_rows_here_and_the_newest_has_some_of_each_table()
    {
        var log = File.ReadAllText(Path.Combine(RowFile.Folder, "..", "..", "..", "..", "CHANGELOG.md"));
        var released = Regex.Matches(log, @"^## \[?(?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)
            .Select(m => m.Groups["version"].Value);
        Assert.True(!released.Except(RowFile.Releases).Any(), $"No rows of {string.Join(", ", released.Except(RowFile.Releases))}. {How}");
        var newest = File.ReadAllText(Path.Combine(RowFile.Folder, $"{RowFile.Releases.Last()}.json"));
        Assert.All(TableNames.All, table => Assert.True(
            Regex.IsMatch(newest, $@"""{table}"": \[\s*\{{"), $"The rows of {RowFile.Releases.Last()} have none of {table}. {How}"));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Rows_of_every_release_are_read_by_this_one(string release)
    {
        using var folder = new TemporaryFolder();
        await using var stack = await StartAsync(folder.Path);
        T Get<T>() where T : notnull => stack.Services.GetRequiredService<T>();
        await RowFile.LoadAsync(Get<TableServiceClient>(), release);

        var id = await Get<ISubscriberTable>().FindByAddressAsync(Get<AddressHash>().Of(Email), default);
        var subscriber = (await Get<ISubscriberTable>().FindAsync(id!, default))!.Value;
        Assert.Equal((Email, SubscriberState.Active, "sponge reefs"), (subscriber.Email, subscriber.State, subscriber.Interests[0].Text));
        var sent = await Get<IDeliveryTable>().ListAsync(id!, default).SingleAsync();
        Assert.Equal((DeliveryState.Sent, "Tidal Glass Sponge Reefs"), (sent.State, sent.Picks[0].Title));
        Assert.Equal((sent.Picks[0].Paper, 1), await Get<IVoteTable>().ReadAsync(id!, default).Select(v => (v.Paper, v.Value))
            .SingleAsync());
        var from = DateOnly.FromDateTime(sent.ChangedAt.UtcDateTime).AddDays(-1);
        Assert.Equal("452 mailbox full", (await Get<IMailEventTable>().ReadAsync(from, default).SingleAsync(e => e.SubscriberId == id))
            .Reason);
        Assert.Contains(await Get<IDueTable>().ReadAsync(DateTimeOffset.MaxValue.AddDays(-1), default).ToListAsync(), d =>
            d.SubscriberId == id);

        var digest = (await Get<IDigestTable>().FindAsync(Digest.IdOf("reefs.txt"), default))!.Value;
        Assert.Equal((DigestState.Indexed, 3, 3), (digest.State, digest.Receipt.Entries, digest.NewPapers));
        Assert.Equal(3, await Get<IDigestTable>().EntriesAsync(digest.ShownListId, default).CountAsync());
        Assert.Equal("Tidal Glass Sponge Reefs", (await Get<IPaperTable>().ResolveAsync([sent.Picks[0].Paper], default)).Single()
            .Paper.Title);
        Assert.Equal(
            3, await Get<IArrivalTable>().ReadAsync(sent.ChangedAt.AddDays(-1), sent.ChangedAt.AddDays(1), default).CountAsync());
        Assert.Equal(SourceOutcome.Unchanged, (await Get<ISourceTable>().FindAsync("kept-feed", default))!.Value.Outcome);
        Assert.Equal("They asked in person.", (await Get<IImportTable>().ListAsync(default).SingleAsync()).Consent);
        Assert.NotEmpty(await Get<ILookUpTable>().DueAsync(DateTimeOffset.MaxValue, 10, default));

        // The product goes on from there: nothing is new, and nobody gets a paper twice.
        var again = await DropAsync(stack);
        Assert.Equal((3, 3), (again.Receipt.Entries, again.NewPapers));
        var next = Assert.Single(await Get<EditionsNow>().SendAsync([subscriber], default));
        Assert.Empty(next.Picks.Select(p => p.Paper).Intersect(sent.Picks.Select(p => p.Paper)));
    }

    private static Task<LocalRuntime> StartAsync(string folder) => LocalRuntime.StartAsync(
        new LocalOptions
        {
            Port = 0, MailPort = 0, DataFolder = folder, RunTimers = false,
            Settings = new Dictionary<string, string?> { ["Site:AddressKey"] = AddressKey },
        },
        default);

    /// <summary>An invented reader, three invented papers, and one of everything that the tables hold.</summary>
    private static async Task FillAsync(LocalRuntime stack)
    {
        T Get<T>() where T : notnull => stack.Services.GetRequiredService<T>();
        await Get<SignUpSubscriber>().RunAsync(new SignUp(1, Email, ["sponge reefs"], 7, "Etc/UTC", false, 8), default);
        var subscriber = await FirstStart.EnrolAsync(stack.Services, Email, ["sponge reefs"], default);
        await DropAsync(stack);
        var sent = Assert.Single(await Get<EditionsNow>().SendAsync([subscriber], default));
        Assert.Equal(DeliveryState.Sent, sent.State);
        await Get<IVoteTable>().PutAsync(subscriber.Id, new Vote(sent.Picks[0].Paper, 1, DateTimeOffset.UtcNow), default);
        await Get<TakeMailEvents>().RunAsync(
            [new MailEvent("kept", MailEventKind.Blocked, Email, subscriber.Id, null, "m1", "452 mailbox full", DateTimeOffset.UtcNow)],
                default);
        var state = new SourceState
        {
            Name = "kept-feed", Address = "https://papers.example.org/feed.xml", Next = DateTimeOffset.UtcNow.AddHours(6),
            LastFetch = DateTimeOffset.UtcNow, Outcome = SourceOutcome.Unchanged, ETag = "\"1\"",
        };
        await Get<ISourceTable>().TrySaveAsync(new(state, null), default);
        await Get<ILookUpTable>().AddAsync([sent.Picks[0].Paper], default);
        var import = PeopleImport.NewId(DateTimeOffset.UtcNow, Guid.NewGuid().ToString("N"));
        await Get<IImportTable>().PutAsync(
            new PeopleImport(import, DateTimeOffset.UtcNow, false, "They asked in person.", 1, [], 0, 1), default);
    }

    private static async Task<Digest> DropAsync(LocalRuntime stack)
    {
        var page = MemoryFlow.Page("Tidal Glass Sponge Reefs", "Compressing Train Timetables", "Brewing Tea with Hard Water");
        await stack.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("digests").GetBlobClient("reefs.txt")
            .UploadAsync(BinaryData.FromBytes(page));
        stack.Functions.Nudge();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await stack.Services.GetRequiredService<DigestDrop>().WaitAsync(new Dropped("reefs.txt", DateTimeOffset.MinValue), null,
            limit.Token);
    }
}
