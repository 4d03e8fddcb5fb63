using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperFunctions.Azure.Sources;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Local.Runtime;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>Sources over real https, into the running product.</summary>
public sealed class SourceTests : IAsyncLifetime
{
    private const string Feed = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Reef papers</title><link>https://reefs.example.org</link><description>New papers</description>
        <item><title>Counting Kelp From Orbit With Tidal Masks</title><link>https://arxiv.org/abs/2401.00017</link><description>We count kelp.</description></item>
        <item><title>Sponge Reefs Remember Their Currents</title><link>https://arxiv.org/abs/2401.00018</link><description>We ask reefs.</description></item>
        </channel></rss>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("papers-sources-").FullName;
    private PaperServer _server = null!;
    private LocalRuntime _stack = null!;
    private Func<HttpContext, Task> _answer = context => context.Response.WriteAsync(Feed);

    private FetchSources Sources => _stack.Services.GetRequiredService<FetchSources>();

    public async Task InitializeAsync()
    {
        _server = await PaperServer.StartAsync(context => _answer(context));
        _stack = await LocalRuntime.StartAsync(
            new LocalOptions
            {
                Port = 0, MailPort = 0, DataFolder = _folder, RunTimers = false,
                Settings = new Dictionary<string, string?> { ["Sources:List"] = $"reefs={_server.Address}feed 17 * * * *" },
                Configure = services => services.Replace(ServiceDescriptor.Singleton<NetworkPolicy>(_server)),
            },
            default);
    }

    public async Task DisposeAsync()
    {
        await _stack.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_is_new_becomes_a_digest_and_what_is_not_changes_nothing()
    {
        _answer = context =>
        {
            if (context.Request.Headers.IfNoneMatch.ToString() == "\"one\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            context.Response.Headers.ETag = "\"one\"";
            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync(Feed);
        };

        var first = (await Sources.FetchNowAsync("reefs", default))!;
        Assert.Equal(SourceOutcome.Fetched, first.Outcome);
        Assert.Matches(@"^sources/reefs/\d{4}-\d\d-\d\d-\d{4}\.xml$", first.Digest);
        Assert.InRange(first.Next, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddMinutes(61));
        var digest = await _stack.Services.GetRequiredService<DigestDrop>()
            .WaitAsync(new Dropped(first.Digest!, DateTimeOffset.MinValue), null, Limit());
        Assert.Equal((DigestState.Indexed, 2), (digest.State, digest.Receipt.Entries));

        var again = (await Sources.FetchNowAsync("reefs", default))!;
        Assert.Equal((SourceOutcome.Unchanged, first.Digest), (again.Outcome, again.Digest));
        Assert.Contains("PaperFunctions (+http", _server.UserAgents[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timer_fetches_what_is_due_once_and_leaves_what_is_paused()
    {
        await _stack.Functions.RunNowAsync("OnSources");
        await _stack.Functions.RunNowAsync("OnSources");
        Assert.Single(_server.UserAgents);

        Assert.True((await Sources.PauseAsync("reefs", isPaused: true, default))!.IsPaused);
        await _stack.Functions.RunNowAsync("OnSources");
        Assert.Single(_server.UserAgents);
        Assert.Equal(SourceOutcome.Unchanged, (await Sources.FetchNowAsync("reefs", default))!.Outcome);
    }

    [Theory]
    [InlineData("500", "answered 500")]
    [InlineData("20 MB", "longer than 16 MiB")]
    [InlineData("bomb", "longer than 16 MiB")]
    [InlineData("to a private address", "private network")]
    [InlineData("to http", "only https is followed")]
    [InlineData("round and round", "redirects more than 5 times")]
    [InlineData("nothing", "empty")]
    [InlineData("hang up", "could not be read")]
    public async Task What_goes_wrong_is_said_and_tried_again_later(string what, string words)
    {
        _answer = context => GoWrongAsync(context, what);
        var failed = (await Sources.FetchNowAsync("reefs", default))!;
        Assert.Equal((SourceOutcome.Failed, 1, null), (failed.Outcome, failed.Failures, failed.Digest));
        Assert.Contains(words, failed.Error, StringComparison.Ordinal);
        Assert.InRange(failed.Next - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(61));

        var worse = (await Sources.FetchNowAsync("reefs", default))!;
        Assert.InRange(worse.Next - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(110), TimeSpan.FromMinutes(121));
        _answer = context => context.Response.WriteAsync(Feed);
        Assert.Equal((SourceOutcome.Fetched, 0), await Sources.FetchNowAsync("reefs", default) is { } well
            ? (well.Outcome, well.Failures)
            : default);
    }

    [Fact]
    public async Task A_server_that_asks_for_time_gets_it()
    {
        _answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(7)).ToString();
            return Task.CompletedTask;
        };
        Assert.InRange((await Sources.FetchNowAsync("reefs", default))!.Next - DateTimeOffset.UtcNow, TimeSpan.FromHours(6.9),
            TimeSpan.FromHours(7));
    }

    [Theory]
    [InlineData("application/rss+xml",
        """<rss version="2.0"><channel><title>Reefs</title><skipDays><day>Sunday</day></skipDays></channel></rss>""")]
    [InlineData("application/json", "[]")]
    public async Task A_feed_without_entries_is_nothing_new_and_no_digest(string type, string body)
    {
        _answer = context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        };
        var empty = (await Sources.FetchNowAsync("reefs", default))!;
        Assert.Equal((SourceOutcome.Unchanged, null), (empty.Outcome, empty.Digest));
        Assert.Equal("Nothing new.", SourceWords.Of(empty));
        _answer = context => context.Response.WriteAsync(Feed);
        Assert.Equal(SourceOutcome.Fetched, (await Sources.FetchNowAsync("reefs", default))!.Outcome);
    }

    [Fact]
    public async Task A_body_of_another_format_is_read_as_what_it_is()
    {
        _answer = context =>
        {
            context.Response.ContentType = "application/rss+xml"; // which it is not
            return context.Response.WriteAsync("@article{a, title={Glass Sponge Reefs at Night}, doi={10.5555/reef.1}, year={2026}}");
        };
        var fetched = (await Sources.FetchNowAsync("reefs", default))!;
        var digest = await _stack.Services.GetRequiredService<DigestDrop>()
            .WaitAsync(new Dropped(fetched.Digest!, DateTimeOffset.MinValue), null, Limit());
        Assert.Equal((DigestState.Indexed, "bibtex", 1), (digest.State, digest.Receipt.Format, digest.Receipt.Entries));
    }

    [Fact]
    public async Task The_operator_sees_a_source_and_fetches_and_pauses_it_by_buttons()
    {
        using var web = new HttpClient { BaseAddress = new Uri(_stack.Addresses.Web.ToString()) };
        Assert.Contains("A new digest, sources/reefs/", await PressAsync(web, "fetch"), StringComparison.Ordinal);
        Assert.Contains("The source is paused", await PressAsync(web, "pause"), StringComparison.Ordinal);
        Assert.Contains("Resume", await PressAsync(web, "fetch"), StringComparison.Ordinal);
        Assert.Contains("fetched again on its schedule", await PressAsync(web, "resume"), StringComparison.Ordinal);
    }

    private async Task<string> PressAsync(HttpClient web, string button)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["target"] = "reefs", ["do"] = button });
        var answer = await web.PostAsync(new Uri($"/operation/retry?code={_stack.Secrets.FunctionKey}", UriKind.Relative), form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task GoWrongAsync(HttpContext context, string what)
    {
        var response = context.Response;
        switch (what)
        {
            case "500": response.StatusCode = 500; break;
            case "20 MB": await response.Body.WriteAsync(new byte[20_000_000]); break;
            case "bomb":
                response.Headers.ContentEncoding = "gzip";
                await using (var packed = new System.IO.Compression.GZipStream(response.Body,
                    System.IO.Compression.CompressionLevel.Fastest))
                {
                    await packed.WriteAsync(new byte[20_000_000]);
                }

                break;
            case "to a private address": response.Redirect("https://127.0.0.1:1/"); break;
            case "to http": response.Redirect("http://papers.example.org/"); break;
            case "round and round": response.Redirect($"{_server.Address}feed"); break;
            case "nothing": break;
            default: context.Abort(); break;
        }
    }

    private static CancellationToken Limit() => new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
}
