using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperFunctions.Azure.Sources;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Local.Runtime;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>A first deployment with two sources set: readers get their mail without anybody dropping a file.</summary>
public sealed class FirstSourcesTests : IAsyncLifetime
{
    private const string ReefFeed = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Reef papers</title><link>https://reefs.example.org</link><description>New papers</description>
        <item><title>Sponge Reefs Remember Their Currents</title><link>https://arxiv.org/abs/2401.00018</link><description>We ask sponge reefs.</description></item>
        <item><title>Counting Kelp From Orbit With Tidal Masks</title><link>https://arxiv.org/abs/2401.00017</link><description>We count kelp.</description></item>
        </channel></rss>
        """;

    private const string KelpFeed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Kelp papers", "items": [
        {"id": "1", "title": "Glass Sponge Reefs at Night", "url": "https://doi.org/10.5555/kelp.1", "authors": [{"name": "Ada Reef"}],
         "content_text": "Sponge reefs glow at night."}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("papers-first-sources-").FullName;
    private PaperServer _reefs = null!;
    private PaperServer _kelp = null!;
    private LocalRuntime _stack = null!;

    public async Task InitializeAsync()
    {
        _reefs = await PaperServer.StartAsync(context => AnswerAsync(context, "application/rss+xml", ReefFeed));
        _kelp = await PaperServer.StartAsync(context => AnswerAsync(context, "application/feed+json", KelpFeed));
        _stack = await LocalRuntime.StartAsync(
            new LocalOptions
            {
                Port = 0, MailPort = 0, DataFolder = _folder, RunTimers = false,
                Settings = new Dictionary<string,
                    string?>
                { ["Sources:List"] = $"reefs={_reefs.Address}rss 17 5 * * *; {_kelp.Address}feed.json" },
                Configure = services => services.Replace(ServiceDescriptor.Singleton<NetworkPolicy>(new Either(_reefs, _kelp))),
            },
            default);
    }

    public async Task DisposeAsync()
    {
        await _stack.DisposeAsync();
        await _reefs.DisposeAsync();
        await _kelp.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Readers_are_mailed_what_the_timer_fetched()
    {
        var reader = await FirstStart.EnrolAsync(_stack.Services, "reader@example.org", ["sponge reefs"], default);
        Assert.True((await _stack.Functions.RunNowAsync("OnSources")).Succeeded);
        var sources = await _stack.Services.GetRequiredService<FetchSources>().ListAsync(default);
        Assert.Equal(2, sources.Count);
        foreach (var source in sources)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            var digest = await _stack.Services.GetRequiredService<DigestDrop>()
                .WaitAsync(new Dropped(source.Digest!, DateTimeOffset.MinValue), null, limit.Token);
            Assert.Equal((DigestState.Indexed, 0), (digest.State, digest.Receipt.ProblemCount));
        }

        await _stack.Services.GetRequiredService<EditionsNow>().SendAsync([reader], default);
        using var client = new HttpClient();
        var mail = Assert.Single((await client.GetFromJsonAsync<List<ReceivedMail>>($"{_stack.Addresses.Mail}/messages"))!);
        Assert.Contains("Sponge Reefs Remember Their Currents", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Glass Sponge Reefs at Night", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://arxiv.org/abs/2401.00018", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://doi.org/10.5555/kelp.1", mail.Text, StringComparison.Ordinal);
    }

    private static Task AnswerAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    /// <summary>The policy of a client that may ask these two servers alone.</summary>
    private sealed class Either(PaperServer one, PaperServer other) : NetworkPolicy
    {
        public override bool Allows(IPEndPoint to) => one.Allows(to) || other.Allows(to);

        public override SocketsHttpHandler Handler()
        {
            var handler = base.Handler();
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => one.Showed(shown) || other.Showed(shown);
            return handler;
        }
    }
}
