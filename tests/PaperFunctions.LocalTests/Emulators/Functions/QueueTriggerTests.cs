using Azure.Storage.Queues;
using PaperFunctions.LocalTests.Emulators.Functions.Samples;

namespace PaperFunctions.LocalTests.Emulators.Functions;

public sealed class QueueTriggerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string OneAtATime =
        """{ "version": "2.0", "extensions": { "queues": { "batchSize": 1, "newBatchThreshold": 0, "maxDequeueCount": 3 } } }""";

    [Fact]
    public async Task Each_message_runs_its_function_once_and_is_deleted()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(TakeMessages)]);
        await SendAsync(hosted, [.. Enumerable.Range(0, 40).Select(i => $"m{i}")]);

        var seen = await hosted.Recorder.NextAsync(40);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"m{i}|1").Order(), seen.Order());
        await hosted.Host.StopAsync();
        Assert.Empty(hosted.Recorder.Rest());
        Assert.Equal(0, (await hosted.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_failed_message_comes_back_with_a_higher_count_until_it_succeeds()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(TakeMessages)]);
        hosted.Recorder.Failures["flaky"] = 2;
        await SendAsync(hosted, "flaky");

        Assert.Equal(["flaky|1", "flaky|2", "flaky|3"], await hosted.Recorder.NextAsync(3));
    }

    [Fact]
    public async Task A_message_that_always_fails_ends_unchanged_in_the_poison_queue()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(TakeMessages)], new Setup { HostJson = OneAtATime });
        hosted.Recorder.Failures["bad ü"] = int.MaxValue;
        await SendAsync(hosted, "bad ü");

        Assert.Equal("bad ü", await hosted.TakeAsync(hosted.Names.Queue + "-poison"));
        Assert.Equal(["bad ü|1", "bad ü|2", "bad ü|3"], hosted.Recorder.Rest());
    }

    [Fact]
    public async Task A_message_in_another_encoding_goes_to_the_poison_queue_without_a_run()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(TakeMessages)]);
        var plain = new QueueClient(azurite.ConnectionString, hosted.Names.Queue,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        await plain.CreateIfNotExistsAsync();
        await plain.SendMessageAsync("{not base64}");
        await SendAsync(hosted, "good");

        Assert.Equal("good|1", await hosted.Recorder.NextAsync());
        var poison = new QueueClient(azurite.ConnectionString, hosted.Names.Queue + "-poison",
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        await WaitUntilAsync(async () => await poison.ExistsAsync()
            && (await poison.PeekMessageAsync()).Value?.Body.ToString() == "{not base64}");
        Assert.Empty(hosted.Recorder.Rest());
    }

    [Fact]
    public async Task A_message_stays_hidden_while_its_function_outlasts_the_lease()
    {
        var setup = new Setup { Lease = TimeSpan.FromSeconds(2) };
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(WaitAtGate)], setup);
        await SendAsync(hosted, "long");
        Assert.Equal("begin long 1", await hosted.Recorder.NextAsync());

        // Five seconds without a renewal would have shown the message twice over.
        await Task.Delay(TimeSpan.FromSeconds(5));
        hosted.Recorder.Gate.SetResult();
        Assert.Equal("end long", await hosted.Recorder.NextAsync());
        await hosted.Host.StopAsync();
        Assert.Empty(hosted.Recorder.Rest());
        Assert.Null((await hosted.Queue.PeekMessageAsync()).Value);
    }

    [Fact]
    public async Task No_more_run_at_once_than_the_batch_settings_allow()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(WaitAtGate)], new Setup { HostJson = OneAtATime });
        await SendAsync(hosted, "a", "b");
        Assert.StartsWith("begin", await hosted.Recorder.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, hosted.Host.Running);

        hosted.Recorder.Gate.SetResult();
        Assert.Equal(["end", "begin", "end"], (await hosted.Recorder.NextAsync(3)).Select(seen => seen[..seen.IndexOf(' ')]));
    }

    [Fact]
    public async Task A_stop_lets_a_running_function_end()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(WaitAtGate)]);
        await SendAsync(hosted, "a");
        await hosted.Recorder.NextAsync();

        var stop = hosted.Host.StopAsync();
        await SendAsync(hosted, "too late");
        hosted.Recorder.Gate.SetResult();
        await stop;
        Assert.Equal(["end a"], hosted.Recorder.Rest());
    }

    [Fact]
    public async Task A_function_that_outlasts_the_stop_is_cancelled_and_its_message_is_there_for_the_next_host()
    {
        var setup = new Setup { StopGrace = TimeSpan.Zero };
        await using (var first = await HostedFunctions.StartAsync(azurite, [typeof(WaitAtGate)], setup))
        {
            await SendAsync(first, "a");
            await first.Recorder.NextAsync();
            await first.Host.StopAsync();
            Assert.Equal(0, first.Host.Running);
        }

        await using var second = await HostedFunctions.StartAsync(azurite, [typeof(WaitAtGate)], setup);
        Assert.Equal("begin a 2", await second.Recorder.NextAsync());
    }

    [Fact]
    public async Task A_message_of_json_binds_as_a_class_whatever_the_case_of_its_names()
    {
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(QueueShapes)]);
        await SendAsync(hosted, """{"item":"Tea","COUNT":2}""");
        Assert.Equal("Tea x 2", await hosted.Recorder.NextAsync());
    }

    private static async Task SendAsync(HostedFunctions hosted, params string[] messages)
    {
        await hosted.Queue.CreateIfNotExistsAsync();
        foreach (var message in messages)
        {
            await hosted.Queue.SendMessageAsync(message);
        }
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await done())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
