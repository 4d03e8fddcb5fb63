using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure.LookUp;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>Crossref, OpenAlex and Semantic Scholar over real HTTP, well and not well.</summary>
public sealed class CatalogueTests : IAsyncLifetime
{
    private static readonly string[] Subjects = ["Glass Sponges", "Kelp Forests", "Tidal Sandbanks", "Polar Harbours", "Volcanic Lagoons",
        "Coastal Fjords"];

    private readonly LookUpOptions _options = new();
    private readonly TestClock _pauses = new(DateTimeOffset.UtcNow);
    private CatalogueServer _catalogue = new([]);
    private PaperServer _server = null!;
    private ServiceProvider _services = null!;

    public static TheoryData<string> Names => ["crossref", "openalex", "semantic-scholar"];

    public async Task InitializeAsync()
    {
        _server = await PaperServer.StartAsync(context => _catalogue.AnswerAsync(context));
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(CatalogueClient), client => CatalogueClient.Configure(client))
            .ConfigurePrimaryHttpMessageHandler(() => _server.Handler()).AddHttpMessageHandler(() => new Redirected(_server.Address));
        _services = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Titles_are_found_and_like_titles_are_not_taken_for_them(string name)
    {
        var asked = Enumerable.Range(0, 36).Select(Asked).ToList();
        _catalogue = new CatalogueServer([.. asked.SelectMany((paper, i) => i % 3 == 0 ? Near(paper, i) : Near(paper, i)
            .Append(Known(paper, i)))]);
        var answers = await AnswersAsync(name, asked);

        Assert.Equal(asked, answers.SelectMany(answer => answer.Asked));
        var joined = answers.Select(answer => SameWork.Of(answer.Asked[0], answer.Found).Paper).ToList();
        Assert.All(joined, (paper, i) => Assert.Equal(i % 3 == 0 ? null : $"10.5555/reef.{i:D4}", paper?.Doi));
        Assert.Contains(answers.SelectMany(answer => answer.Found), found => found.Title.EndsWith(": A Survey", StringComparison.Ordinal));
        Assert.Equal(("Ada Reef", new DateOnly(2026, 2, 3)), (joined[1]!.Authors[0], joined[1]!.Published));
        Assert.StartsWith("We lower calibrated instruments", joined[1]!.Abstract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crossref", 1)]
    [InlineData("openalex", 2)]
    [InlineData("semantic-scholar", 2)]
    public async Task Ids_without_a_title_get_it_in_one_request(string name, int found)
    {
        Paper[] works = [Known(Asked(1), 1), Known(Asked(2), 2) with { Doi = null, ArxivId = "2402.00002" }];
        _catalogue = new CatalogueServer(works);
        Paper[] ids =
        [
            .. works.Select(work =>
                new Paper { Title = work.Doi ?? $"arXiv:{work.ArxivId}", TitleIsId = true, Doi = work.Doi, ArxivId = work.ArxivId }),
            new() { Title = "10.5555/unknown", TitleIsId = true, Doi = "10.5555/unknown" },
        ];
        var answer = Assert.Single(await AnswersAsync(name, ids));
        Assert.Equal(works.Take(found).Select(work => work.Title),
            ids.Select(id => SameWork.Of(id, answer.Found).Paper?.Title).OfType<string>());
        Assert.Single(_catalogue.Asked);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_no_one_knows_is_no_answer(string name)
    {
        Assert.Empty((await AnswersAsync(name, [Asked(1)])).SelectMany(answer => answer.Found));
        _catalogue.Faults.Enqueue(Status(404));
        Assert.Empty((await AnswersAsync(name, [Asked(1)])).SelectMany(answer => answer.Found));
    }

    [Fact]
    public async Task Keys_and_the_contact_go_to_whom_they_are_meant_for()
    {
        (_options.Contact, _options.OpenAlexKey, _options.SemanticScholarKey) = ("library@example.org", "oa-key", "s2-key");
        foreach (var name in Names)
        {
            await AnswersAsync(name, [Asked(1)]);
        }

        Assert.Contains("&mailto=library@example.org", _catalogue.Asked[0], StringComparison.Ordinal);
        Assert.Contains("&api_key=oa-key&mailto=library@example.org", _catalogue.Asked[1], StringComparison.Ordinal);
        Assert.DoesNotContain("key", _catalogue.Asked[0] + _catalogue.Asked[2], StringComparison.Ordinal);
        Assert.Equal(["", "", "s2-key"], _catalogue.Keys);
        Assert.All(_server.UserAgents, agent =>
            Assert.Equal("PaperFunctions (+https://papers.example.org; mailto:library@example.org)", agent));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_was_answered_before_a_fault_stands_and_the_time_asked_for_is_told(string name)
    {
        var asked = Enumerable.Range(0, 4).Select(Asked).ToList();
        _catalogue = new CatalogueServer([.. asked.Select(Known)]);
        await using var answers = Service(name).AskAsync(asked, default).GetAsyncEnumerator();
        for (var request = 0; request < 2; request++)
        {
            Assert.True(await answers.MoveNextAsync());
            Assert.NotNull(SameWork.Of(answers.Current.Asked[0], answers.Current.Found).Paper);
        }

        _catalogue.Faults.Enqueue(Status(429, "1800"));
        var busy = await Assert.ThrowsAsync<LookUpException>(async () => await answers.MoveNextAsync());
        Assert.Equal(TimeSpan.FromMinutes(30), busy.RetryAfter);
    }

    [Theory]
    [InlineData("503", "answered 503")]
    [InlineData("late", "did not answer within")]
    [InlineData("hang up", "could not be asked")]
    [InlineData("web page", "a web page instead of data")]
    [InlineData("too long", "could not be asked")]
    public async Task Faults_are_told_as_sentences(string fault, string words)
    {
        foreach (var name in Names)
        {
            _catalogue.Faults.Enqueue(context => GoWrongAsync(context, fault));
            var failure = await Assert.ThrowsAsync<LookUpException>(() =>
                AnswersAsync(name, [Asked(1)], TimeSpan.FromMilliseconds(fault == "late" ? 200 : 20_000)));
            Assert.Contains(words, failure.Message, StringComparison.Ordinal);
            Assert.StartsWith("api.", failure.Message, StringComparison.Ordinal);
            Assert.Equal(fault == "503", failure.RetryAfter is { TotalMinutes: > 58 and <= 60 });
        }
    }

    private static async Task GoWrongAsync(HttpContext context, string fault)
    {
        var response = context.Response;
        switch (fault)
        {
            case "503":
                response.StatusCode = 503;
                response.Headers.RetryAfter = DateTimeOffset.UtcNow.AddHours(1).ToString("R");
                break;
            case "late": await Task.Delay(TimeSpan.FromSeconds(2)); break;
            case "web page":
                response.ContentType = "text/html; charset=utf-8";
                await response.WriteAsync("<!DOCTYPE html><title>Under maintenance</title><p>Back soon.");
                break;
            case "too long": await response.WriteAsync(new string(' ', 9 << 20)); break;
            default: context.Abort(); break;
        }
    }

    private static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private Catalogue Service(string name, TimeSpan? limit = null)
    {
        var site = Options.Create(new SiteOptions { BaseUrl = "https://papers.example.org" });
        var options = Options.Create(_options);
        var client = new CatalogueClient(_services.GetRequiredService<IHttpClientFactory>(), site, options, TimeProvider.System)
        {
            Limit = limit ?? TimeSpan.FromSeconds(20),
        };
        return name switch
        {
            "crossref" => new Crossref(client, options, _pauses),
            "openalex" => new OpenAlex(client, options, _pauses),
            _ => new SemanticScholar(client, options, _pauses),
        };
    }

    private async Task<List<LookUpAnswer>> AnswersAsync(string name, IReadOnlyList<Paper> papers, TimeSpan? limit = null) =>
        await Service(name, limit).AskAsync(papers, default).ToListAsync();

    private static Paper Asked(int i) => new()
    {
        Title = $"{Subjects[i % 6]} That Remember Their {Subjects[(i + 1 + (i / 6)) % 6]} in Winter",
        Abstract = "We lower calibrated instruments towards living reefs, and record salinity, turbidity and temperature over years. "
            + "Statistical regression connects skeletal growth with measured velocity, and explains yearly variation better than sunlight.",
    };

    private static Paper Known(Paper paper, int i) => paper with
    {
        Doi = $"10.5555/reef.{i:D4}",
        Authors = ["Ada Reef", "Bo Kelp"],
        Published = new DateOnly(2026, 2, 3),
    };

    /// <summary>Other papers that a search for the title finds too.</summary>
    private static IEnumerable<Paper> Near(Paper paper, int i) =>
        new[] { $"{paper.Title}: A Survey", $"Towards {paper.Title}", paper.Title }.Select((title, n) =>
        Known(paper, i) with
        {
            Title = title,
            Doi = $"10.5555/near.{i:D4}.{n}",
            Abstract = "Timetables of regional railways repeat themselves. Compressing departures with grammars shrinks files tenfold, and "
                + "passengers download updates during short stops. Experiments cover operators, several countries and many stations.",
        });
}
