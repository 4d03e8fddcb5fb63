using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Blobs;
using PaperFunctions.LocalTests.Emulators.Functions.Samples;

namespace PaperFunctions.LocalTests.Emulators.Functions;

public sealed class TimerTriggerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_timer_runs_by_its_schedule_and_never_beside_itself()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(EverySecond)]);
        Assert.Equal("begin False", await hosted.Recorder.NextAsync());

        // Occurrences pass while the first run waits.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Empty(hosted.Recorder.Rest());
        hosted.Recorder.Gate.SetResult();
        Assert.Equal(["end", "begin False", "end"], await hosted.Recorder.NextAsync(3));
    }

    [Fact]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_for_once()
    {
        var setup = new Setup();
        var status = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("azure-webjobs-hosts")
            .GetBlobClient($"timers/{setup.Names.HostId}/Host.Functions.Nightly/status");
        await (await EnsureAsync(status)).UploadAsync(BinaryData.FromString(
            """{"Last":"2020-02-03T03:00:00Z","Next":"2020-02-04T03:00:00Z","LastUpdated":"2020-02-03T03:00:00Z"}"""));
        await using (var first = await HostedFunctions.StartAsync(azurite, [typeof(Nightly)], setup))
        {
            Assert.Equal("past due True", await first.Recorder.NextAsync());
        }

        await using var second = await HostedFunctions.StartAsync(azurite, [typeof(Nightly)], setup);
        Assert.True((await second.Host.RunNowAsync("nightly")).Succeeded);
        Assert.Equal("past due False", await second.Recorder.NextAsync());
        Assert.Empty(second.Recorder.Rest());
    }

    [Fact]
    public async Task A_new_timer_waits_for_its_first_time()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(Nightly)]);
        await hosted.Host.RunNowAsync("Nightly");
        Assert.Equal("past due False", await hosted.Recorder.NextAsync());
    }

    [Fact]
    public async Task A_name_that_is_no_timer_is_refused_with_the_names_that_are()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(Nightly)]);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => hosted.Host.RunNowAsync("Weekly"));
        Assert.Contains("'Weekly'; there are: Nightly.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<BlobClient> EnsureAsync(BlobClient blob)
    {
        await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync();
        return blob;
    }
}
