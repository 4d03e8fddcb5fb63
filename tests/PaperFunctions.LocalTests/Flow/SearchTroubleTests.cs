using Azure.Storage.Queues;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

[Collection(StackCollection.Name)]
public class SearchTroubleTests(StackFixture stack)
{
    [Fact]
    public async Task While_search_is_down_the_papers_stay_and_a_later_hour_indexes_them()
    {
        stack.SearchIsDown = true;
        Local.Runtime.Dropped dropped;
        try
        {
            dropped = await UploadedAsync("down.txt", "Nocturnal Kelp Gardens");
            var digest = await StackFixture.EventuallyAsync<Digest>(
                async () => (await stack.Get<DigestRows>().FindAsync("down.txt", default))?.Value, d => d.IsSettled);
            Assert.Equal(DigestState.Stored, digest.State);
            Assert.Contains(digest.Id, await stack.Get<IDigestTable>().PendingAsync(default).Select(p => p.DigestId).ToListAsync());

            // The digest's own message is lost for good.
            await stack.Get<QueueServiceClient>().GetQueueClient(DigestStored.Queue).ClearMessagesAsync();
        }
        finally
        {
            stack.SearchIsDown = false;
        }

        stack.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.True((await stack.Stack.Functions.RunNowAsync("OnHour")).Succeeded);
        Assert.Equal(DigestState.Indexed, (await stack.SettledAsync(dropped)).State);
        Assert.Equal(["Nocturnal Kelp Gardens"], await stack.SearchAsync("nocturnal kelp"));
        Assert.DoesNotContain(Digest.IdOf("down.txt"), await stack.Get<IDigestTable>().PendingAsync(default).Select(p => p.DigestId)
            .ToListAsync());
    }

    [Fact]
    public async Task Documents_that_search_refuses_for_now_are_pushed_again()
    {
        stack.Refuse("Refused Kelp Forests", 2);
        var digest = await stack.DropAsync("refused.txt", MemoryFlow.Page("Taken Kelp Forests", "Refused Kelp Forests"));
        Assert.Equal((DigestState.Indexed, 0), (digest.State, digest.RejectedDocuments));
        Assert.Equal(0, stack.RefusalsLeft("Refused Kelp Forests"));
        Assert.Equal(2, (await stack.SearchAsync("\"Kelp Forests\"")).Count);
    }

    private Task<Local.Runtime.Dropped> UploadedAsync(string name, params string[] titles) =>
        stack.UploadAsync(name, MemoryFlow.Page(titles));
}
