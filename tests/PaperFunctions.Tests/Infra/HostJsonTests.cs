using System.Text.Json;

namespace PaperFunctions.Tests.Infra;

/// <summary>host.json, which both Azure's host and Local read.</summary>
public class HostJsonTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(Tools.Text("host.json")).RootElement;

    [Fact]
    public void It_asks_for_no_bundle_of_extensions() =>
        // An isolated .NET app brings those that its packages name; a bundle would be loaded in their place.
        Assert.False(Host.TryGetProperty("extensionBundle", out _));

    [Fact]
    public void Routes_have_no_prefix() =>
        Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Queues_keep_within_the_hosts_limits()
    {
        // https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue#host-json
        var queues = Host.GetProperty("extensions").GetProperty("queues");
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, 32);
        Assert.InRange(queues.GetProperty("maxDequeueCount").GetInt32(), 2, 100);
        Assert.InRange(TimeSpan.Parse(queues.GetProperty("visibilityTimeout").GetString()!), TimeSpan.FromSeconds(1), TimeSpan.FromDays(7));
        Assert.Equal("base64", queues.GetProperty("messageEncoding").GetString());
    }
}
