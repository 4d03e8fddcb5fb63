using System.Text.Json;
using Azure.Storage.Blobs.Models;
using PaperFunctions.LocalTests.Emulators.Functions.Samples;

namespace PaperFunctions.LocalTests.Emulators.Functions;

public sealed class BlobTriggerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly Type[] Drops = [typeof(ReadDrops)];

    [Fact]
    public async Task A_blob_runs_its_function_once_with_the_parts_of_its_name()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, Drops);
        await PutAsync(hosted, "in/a/b.c.txt", "one");

        Assert.Equal("a/b.c|txt|in/a/b.c.txt|one", await hosted.Recorder.NextAsync());

        // A second blob comes after the first has had its chance to come twice.
        await PutAsync(hosted, "in/d.txt", "two");
        Assert.Equal("d|txt|in/d.txt|two", await hosted.Recorder.NextAsync());
        Assert.Empty(hosted.Recorder.Rest());
    }

    [Fact]
    public async Task A_name_outside_the_pattern_is_left_alone()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, Drops);
        await PutAsync(hosted, "in/no-extension", "no");
        await PutAsync(hosted, "out/x.txt", "no");
        await PutAsync(hosted, "in/yes.txt", "yes");

        Assert.Equal("yes|txt|in/yes.txt|yes", await hosted.Recorder.NextAsync());
        Assert.Empty(hosted.Recorder.Rest());
    }

    [Fact]
    public async Task An_overwritten_blob_runs_again_with_its_new_content()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, Drops);
        await PutAsync(hosted, "in/a.txt", "old");
        Assert.EndsWith("|old", await hosted.Recorder.NextAsync(), StringComparison.Ordinal);

        await PutAsync(hosted, "in/a.txt", "new");
        Assert.EndsWith("|new", await hosted.Recorder.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipts_keep_a_later_host_from_running_old_blobs_again()
    {
        var setup = new Setup();
        await using (var first = await HostedFunctions.StartAsync(azurite, Drops, setup))
        {
            await PutAsync(first, "in/a.txt", "one");
            await first.Recorder.NextAsync();
        }

        await using var second = await HostedFunctions.StartAsync(azurite, Drops, setup);
        await PutAsync(second, "in/b.txt", "two");
        Assert.Equal("b|txt|in/b.txt|two", await second.Recorder.NextAsync());
        Assert.Empty(second.Recorder.Rest());
    }

    [Fact]
    public async Task A_receipt_lies_where_the_Azure_host_keeps_it()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, Drops);
        var etag = await PutAsync(hosted, "in/a.txt", "one");
        await hosted.Recorder.NextAsync();

        var receipt = hosted.Blobs.GetBlobContainerClient("azure-webjobs-hosts")
            .GetBlobClient($"blobreceipts/{hosted.Names.HostId}/Host.Functions.ReadDrops/{etag}/{hosted.Names.Container}/in/a.txt");
        BlobProperties properties = await receipt.GetPropertiesAsync();
        Assert.Equal(0, properties.ContentLength);
    }

    [Fact]
    public async Task A_failing_blob_is_tried_again_until_it_succeeds()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, Drops);
        hosted.Recorder.Failures["flaky"] = 3;
        await PutAsync(hosted, "in/a.txt", "flaky");

        Assert.All(await hosted.Recorder.NextAsync(4), seen => Assert.Equal("a|txt|in/a.txt|flaky", seen));
        await PutAsync(hosted, "in/b.txt", "after");
        Assert.EndsWith("|after", await hosted.Recorder.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_that_always_fails_becomes_a_poison_message_that_names_it()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, Drops);
        hosted.Recorder.Failures["bad"] = int.MaxValue;
        var etag = await PutAsync(hosted, "in/bad.txt", "bad");

        var poison = await PoisonOfAsync(hosted);
        Assert.Equal(5, hosted.Recorder.Rest().Count);
        Assert.Equal(
            ["Type=BlobTrigger", "FunctionId=Host.Functions.ReadDrops", "BlobType=BlockBlob", $"ContainerName={hosted.Names.Container}",
                "BlobName=in/bad.txt", $"ETag={etag}"],
            poison.EnumerateObject().Select(property => $"{property.Name}={property.Value}"));
    }

    private static async Task<string> PutAsync(HostedFunctions hosted, string name, string text)
    {
        await hosted.Container.CreateIfNotExistsAsync();
        var put = await hosted.Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);
        return put.Value.ETag.ToString("H");
    }

    // The queue is one for the whole account: other tests' blobs may lie there too, and are only looked at.
    private static async Task<JsonElement> PoisonOfAsync(HostedFunctions hosted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var queue = hosted.Queues.GetQueueClient("webjobs-blobtrigger-poison");
        await queue.CreateIfNotExistsAsync(cancellationToken: limit.Token);
        while (true)
        {
            var messages =
                (await queue.PeekMessagesAsync(32, limit.Token)).Value.Select(message => JsonDocument.Parse(message.Body).RootElement);
            if (messages.FirstOrDefault(message => message.GetProperty("ContainerName")
                .GetString() == hosted.Names.Container) is { ValueKind: JsonValueKind.Object } found)
            {
                return found;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
