using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

[Collection(StackCollection.Name)]
public class MainJobTests(StackFixture stack)
{
    private const string Key = "2026-03-14T080000";

    [Fact]
    public async Task A_dropped_digest_becomes_rows_search_documents_and_personal_mail()
    {
        var sponges = await stack.EnrolAsync("sponges@example.org", "sponge reefs");
        var trains = await stack.EnrolAsync("trains@example.org", "train timetables");
        var digest = await stack.DropAsync("job.txt", MemoryFlow.Page(
            "Tidal Glass Sponge Reefs", "A Seabed Survey of Sponge Reefs", "Compressing Train Timetables", "Train Timetables as Grammars",
            "Brewing Tea with Hard Water"));
        Assert.Equal((DigestState.Indexed, 5, 5), (digest.State, digest.Receipt.Entries, digest.NewPapers));
        Assert.Equal(5, (await RowsAsync(digest)).Count);
        Assert.Equal(["Compressing Train Timetables", "Train Timetables as Grammars"], (await stack.SearchAsync("timetables")).Order());

        await stack.SendNowAsync(sponges, Key);
        await stack.SendNowAsync(trains, Key);
        await stack.DeliveryAsync(sponges, Key, d => d.State == DeliveryState.Sent);
        await stack.DeliveryAsync(trains, Key, d => d.State == DeliveryState.Sent);
        AssertEdition(Assert.Single(await stack.MailToAsync("sponges@example.org")), "Sponge Reefs", "sponge reefs");
        AssertEdition(Assert.Single(await stack.MailToAsync("trains@example.org")), "Train Timetables", "train timetables");
    }

    [Fact]
    public async Task The_same_file_again_changes_no_row()
    {
        var page = MemoryFlow.Page("Twice Dropped Kettles", "Twice Dropped Lanterns");
        var digest = await stack.DropAsync("twice.txt", page);
        var before = await VersionsAsync(digest);
        var ran = NextRunOf("OnDigestUploaded");
        await stack.UploadAsync("twice.txt", page);
        await ran;
        Assert.Equal(before, await VersionsAsync(digest));
    }

    [Fact]
    public async Task A_changed_file_under_the_same_name_updates_its_digest()
    {
        var first = await stack.DropAsync("changing.txt",
            MemoryFlow.Page("Changing Tides One", "Changing Tides Two", "Changing Tides Three"));
        var second = await stack.DropAsync("changing.txt", MemoryFlow.Page("Changing Tides Three", "Changing Tides Four"));
        Assert.Equal((2, 2), (second.Receipt.Entries, second.NewPapers));
        Assert.Equal(["Changing Tides Three", "Changing Tides Four"], (await RowsAsync(second)).Select(r => r.Title));
        Assert.Empty(await stack.Get<IDigestTable>().EntriesAsync(first.ListId, default).ToListAsync());
        Assert.Equal(first.FirstUploadedAt, second.FirstUploadedAt);
        Assert.Equal(4, (await stack.SearchAsync("\"Changing Tides\"")).Count);
    }

    [Fact]
    public async Task Overlapping_digests_dropped_at_once_and_twice_end_as_one_union()
    {
        var titles = Enumerable.Range(0, 120).Select(i => $"Overlap Study Number {i} of Kelp").ToList();
        (string Name, byte[] Page)[] files =
        [
            ("overlap-a.txt", MemoryFlow.Page(titles.Take(80))),
            ("overlap-b.txt", MemoryFlow.Page(titles.Skip(40))),
            ("overlap-c.txt", MemoryFlow.Page(titles.Where((_, i) => i % 3 == 0))),
        ];
        var digests = await Task.WhenAll(files.Concat(files).Select(f => stack.DropAsync(f.Name, f.Page)));
        Assert.All(digests, d => Assert.Equal(DigestState.Indexed, d.State));

        var ids = new List<PaperId>();
        foreach (var digest in digests)
        {
            ids.AddRange((await RowsAsync(digest)).Select(e => e.Paper));
        }

        var papers = await stack.Get<IPaperTable>().ResolveAsync([.. ids.Distinct()], default);
        Assert.Equal(titles.Order(), papers.Select(p => p.Paper.Title).Order());
        Assert.All(papers, p => Assert.Equal(p.Digests.Distinct(), p.Digests));
        Assert.Equal(120, (await stack.Get<IPaperIndex>().SearchAsync(new SearchQuery("\"Overlap Study Number\"", 0, 1), default)).Total);
        var arrived = await stack.Get<IArrivalTable>()
            .ReadAsync(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(30), default)
            .Where(p => p.Paper.Title.StartsWith("Overlap Study", StringComparison.Ordinal)).ToListAsync();
        Assert.Equal(papers.Select(p => p.Id.Value).Order(), arrived.Select(p => p.Id.Value).Order());
    }

    [Fact]
    public async Task A_digest_whose_first_run_stopped_between_its_two_rows_is_stored_all_the_same()
    {
        var uploaded = new DateTimeOffset(2026, 2, 27, 10, 0, 0, TimeSpan.Zero);
        var digest = Tests.Contracts.Make.Digest($"{Tests.Contracts.Make.Id()}.txt", uploaded);
        var table = stack.Get<TableServiceClient>().GetTableClient(TableNames.Digests);
        await table.AddEntityAsync(new TableEntity("id", digest.Id)
        {
            ["Month"] = "2026-02", ["Row"] = $"{DateTime.MaxValue.Ticks - uploaded.UtcDateTime.Ticks:D19}-{digest.Id}",
        });

        var later = uploaded.AddDays(9);
        var digests = stack.Get<IDigestTable>();
        var saved = await digests.TrySaveAsync(new Versioned<Digest>(digest with { FirstUploadedAt = later, UploadedAt = later }, null),
            default);
        Assert.Equal(uploaded, saved!.Value.FirstUploadedAt);
        Assert.NotNull(await digests.TrySaveAsync(saved with { Value = saved.Value with { State = DigestState.Stored } }, default));
        Assert.Equal(DigestState.Stored, (await digests.FindAsync(digest.Id, default))!.Value.State);
    }

    private static void AssertEdition(ReceivedMail mail, string title, string topic)
    {
        Assert.Contains(title, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(title, mail.Html, StringComparison.Ordinal);
        Assert.Contains(title, mail.Text, StringComparison.Ordinal);
        Assert.Contains(topic, mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('<', mail.Text);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Matches("^<http://127\\.0\\.0\\.1:[0-9]+/unsubscribe\\?t=[A-Za-z0-9_-]{78,90}>$", mail.Headers["List-Unsubscribe"]);
    }

    private async Task<List<DigestEntry>> RowsAsync(Digest digest) =>
        await stack.Get<IDigestTable>().EntriesAsync(digest.ListId, default).ToListAsync();

    /// <summary>ETags of the digest's row, its entries, its papers and their arrivals.</summary>
    private async Task<List<string>> VersionsAsync(Digest digest)
    {
        var names = digest.Name[..5];
        var versions = new List<string>();
        foreach (var table in new[] { TableNames.Digests, TableNames.Entries, TableNames.Papers, TableNames.Arrivals })
        {
            await foreach (var row in stack.Get<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>())
            {
                var mine = row.RowKey.Contains(digest.Id, StringComparison.Ordinal) || row.PartitionKey == digest.ListId
                    || (row.GetString("Title") ?? "").StartsWith(names, StringComparison.OrdinalIgnoreCase);
                if (mine && row.PartitionKey != "pending")
                {
                    versions.Add($"{table} {row.RowKey} {row.ETag}");
                }
            }
        }

        Assert.True(versions.Count >= 8, "There must be rows to compare.");
        return [.. versions.Order(StringComparer.Ordinal)];
    }

    private Task NextRunOf(string function)
    {
        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stack.Stack.Functions.Ran += run =>
        {
            if (run.Function == function)
            {
                ran.TrySetResult();
            }
        };
        return ran.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
