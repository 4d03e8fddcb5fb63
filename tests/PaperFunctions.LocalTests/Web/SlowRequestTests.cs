using System.Diagnostics;
using System.Net;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The work of a request ends when nobody waits for it any more. Here the search service never answers.</summary>
[Collection(SiteCollection.Name)]
public sealed class SlowRequestTests(SiteFixture site) : IDisposable
{
    private const string Address = "/search?q=sponge+reefs";

    private readonly int _before = site.Search.GivenUp;

    public void Dispose() => site.Search.Hangs = false;

    [Fact]
    public async Task After_ten_seconds_the_work_is_stopped_and_the_client_is_told()
    {
        site.Search.Hangs = true;
        var watch = Stopwatch.StartNew();
        var (status, text) = await site.GetAsync(Address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("This took too long", text, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 9, 20);
        Assert.Equal(_before + 1, site.Search.GivenUp);
    }

    [Fact]
    public async Task When_the_client_has_gone_the_work_is_stopped()
    {
        site.Search.Hangs = true;
        var watch = Stopwatch.StartNew();
        using var client = new CancellationTokenSource();
        var asked = site.Http.GetAsync(Address, client.Token);
        await Eventually.Async(() => Task.FromResult(site.Search.Hanging > 0 ? "at work" : null));
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        await Eventually.Async(() => Task.FromResult(site.Search.GivenUp == _before + 1 ? "stopped" : null));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(9), $"It took {watch.Elapsed}: the limit of time ended it.");
    }
}
