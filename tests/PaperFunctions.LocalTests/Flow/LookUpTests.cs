using System.Net;
using System.Net.Http.Json;
using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperFunctions.Azure.LookUp;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Local.Runtime;
using PaperFunctions.LocalTests.Flow.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.LocalTests.Flow;

/// <summary>Titles looked up over real HTTP in a catalogue that answers as arXiv does.</summary>
public sealed class LookUpTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papers-look-up-").FullName;
    private readonly TestClock _pauses = new(DateTimeOffset.UtcNow);
    private ArxivServer _arxiv = new([]);
    private PaperServer _server = null!;
    private LocalRuntime _stack = null!;

    public async Task InitializeAsync()
    {
        _server = await PaperServer.StartAsync(context => _arxiv.AnswerAsync(context));
        _stack = await LocalRuntime.StartAsync(
            new LocalOptions
            {
                Port = 0, MailPort = 0, DataFolder = _folder, RunTimers = false,
                Settings = new Dictionary<string, string?> { ["LookUp:Services"] = "arxiv" },
                Configure = services =>
                {
                    services.AddHttpClient(nameof(CatalogueClient)).ConfigurePrimaryHttpMessageHandler(() => _server.Handler())
                        .AddHttpMessageHandler(() => new Redirected(_server.Address));
                    services.RemoveAll<ILookUpService>()
                        .AddSingleton<ILookUpService>(s => new Arxiv(s.GetRequiredService<CatalogueClient>(), _pauses));
                },
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
    public async Task Titles_become_whole_papers_and_like_titles_stay_what_they_are()
    {
        var papers = await DropAsync(Page(Enumerable.Range(0, 60)));
        _arxiv = new ArxivServer([.. papers.Select((paper, i) => i < 40 ? Known(paper, i) : Near(paper, i))]);
        var started = _pauses.GetUtcNow();
        Assert.True((await _stack.Functions.RunNowAsync("OnLookUps")).Succeeded);

        var whole = await StoredAsync(papers);
        Assert.All(whole.Take(40), paper => Assert.NotNull(paper.ArxivId));
        Assert.All(whole.Skip(40), paper => Assert.Null(paper.ArxivId));
        Assert.Equal(("2402.00003", "Ada Reef"), (whole[3].ArxivId, whole[3].Authors[0]));
        Assert.True(_pauses.GetUtcNow() - started >= TimeSpan.FromSeconds(3) * (_arxiv.Requests - 1));
        var found = await _stack.Services.GetRequiredService<IPaperIndex>().SearchAsync(new SearchQuery(whole[3].Title), default);
        Assert.Equal("2402.00003", found.Hits[0].Paper.ArxivId);

        var asked = _arxiv.Requests;
        await _stack.Functions.RunNowAsync("OnLookUps");
        Assert.Equal(asked, _arxiv.Requests);
    }

    [Fact]
    public async Task An_editions_link_leads_to_the_paper_once_it_was_found()
    {
        var papers = await DropAsync(Page(Enumerable.Range(0, 12)));
        _arxiv = new ArxivServer([.. papers.Take(6).Select(Known)]);
        await _stack.Functions.RunNowAsync("OnLookUps");
        var reader = await FirstStart.EnrolAsync(_stack.Services, "reader@example.org", ["currents"], default);
        var edition = (await _stack.Services.GetRequiredService<EditionsNow>().SendAsync([reader], default))[0];
        using var client = new HttpClient();
        var mail = Assert.Single((await client.GetFromJsonAsync<List<ReceivedMail>>($"{_stack.Addresses.Mail}/messages"))!);
        var stored = await _stack.Services.GetRequiredService<IPaperTable>().ResolveAsync([.. edition.Picks.Select(p => p.Paper)], default);
        Assert.Contains(stored, paper => paper.Paper.ArxivId is not null);
        Assert.All(stored, paper => Assert.Contains(PaperLinks.ReadOrFind(paper.Paper).Url, mail.Text, StringComparison.Ordinal));
        Assert.Contains("https://arxiv.org/abs/2402.", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>The pages that PAPERFUNCTIONS_CORPUS names, where it is set: of the papers without an id the catalogue knows three of five,
    /// and of the others a paper of a like title.</summary>
    [Fact]
    public async Task On_real_pages_all_known_titles_are_joined_and_no_like_ones()
    {
        var pages = Environment.GetEnvironmentVariable("PAPERFUNCTIONS_CORPUS") is { Length: > 0 } folder
            ? Directory.GetFiles(folder, "trending-*.txt")
            : [];
        var seen = new HashSet<string>();
        foreach (var (number, page) in pages.Order(StringComparer.Ordinal).Index())
        {
            // What an earlier page brought was looked up with it.
            var papers = (await DropAsync(await File.ReadAllTextAsync(page))).Where(paper => LookUpDue.Wants(paper)
                && seen.Add(paper.Title)).ToList();
            _arxiv = new ArxivServer([.. papers.Select((paper, i) => i % 5 < 3
                ? Known(paper, i + (1000 * number))
                : Near(paper, i + (1000 * number)))]);
            Assert.True((await _stack.Functions.RunNowAsync("OnLookUps")).Succeeded);
            var stored = await StoredAsync(papers);
            Assert.Equal(papers.Count, stored.Count);
            Assert.All(stored.Where((_, i) => i % 5 < 3),
                paper => Assert.StartsWith("https://arxiv.org/abs/2402.", PaperLinks.Reading(paper), StringComparison.Ordinal));
            Assert.All(stored.Where((_, i) => i % 5 >= 3), paper => Assert.Null(paper.ArxivId));
        }
    }

    [Fact]
    public async Task A_list_of_ids_gets_its_titles()
    {
        var work = Known(new Paper { Title = "Counting Kelp From Orbit With Tidal Masks", Abstract = "We count kelp from orbit." }, 7);
        _arxiv = new ArxivServer([work]);
        var papers =
            await DropAsync($"https://arxiv.org/abs/{work.ArxivId}\nhttps://arxiv.org/abs/2402.99999\nhttps://arxiv.org/abs/2402.99998\n");
        await _stack.Functions.RunNowAsync("OnLookUps");
        var stored = await StoredAsync(papers);
        Assert.Contains((work.Title, false), stored.Select(paper => (paper.Title, paper.TitleIsId)));
        Assert.Equal(2, stored.Count(paper => paper.TitleIsId));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_catalogue_is_left_alone_until_the_time_it_asks_for_and_nothing_is_lost(int status)
    {
        var papers = await DropAsync(Page(Enumerable.Range(0, 12)));
        _arxiv = new ArxivServer([.. papers.Select(Known)]);
        _arxiv.Failures.Enqueue(status);
        await _stack.Functions.RunNowAsync("OnLookUps");
        Assert.All(await StoredAsync(papers), paper => Assert.Null(paper.ArxivId));

        var due = _stack.Services.GetRequiredService<ILookUpTable>();
        var pause = Assert.Single(await due.PausesAsync(default));
        Assert.Equal(("arxiv", $"export.arxiv.org answered {status}."), (pause.Service, pause.Reason));
        Assert.InRange(pause.Until - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(28), TimeSpan.FromMinutes(30));
        Assert.Equal((12, 0), await due.DueAsync(pause.Until, 100, default) is { } later ? (later.Count, later.Max(one => one.Attempts))
            : default);

        // Neither papers that come later nor a new run ask in the meantime.
        await DropAsync(Page(Enumerable.Range(12, 3)));
        await _stack.Functions.RunNowAsync("OnLookUps");
        Assert.Equal(1, _arxiv.Requests);
        using var web = new HttpClient { BaseAddress = new Uri(_stack.Addresses.Web) };
        var operation = WebUtility.HtmlDecode(await web.GetStringAsync($"/operation?code={_stack.Secrets.FunctionKey}"));
        Assert.Contains($"arXiv is left alone until", operation, StringComparison.Ordinal);
        Assert.Contains($"export.arxiv.org answered {status}.", operation, StringComparison.Ordinal);

        await due.PutPauseAsync(pause with { Until = DateTimeOffset.UtcNow }, default);
        foreach (var one in await due.DueAsync(pause.Until, 100, default))
        {
            await due.PostponeAsync(one with { At = DateTimeOffset.UtcNow }, default);
        }

        await _stack.Functions.RunNowAsync("OnLookUps");
        Assert.All(await StoredAsync(papers), paper => Assert.NotNull(paper.ArxivId));
        Assert.Empty(await due.PausesAsync(default));
    }

    [Fact]
    public async Task What_came_of_it_stands_on_the_papers_page()
    {
        var papers = await DropAsync(Page([0, 1, 2, 3]));
        _arxiv = new ArxivServer([Known(papers[0], 0), Known(papers[1], 1), Known(papers[1], 11), Near(papers[2], 2)]);
        await _stack.Functions.RunNowAsync("OnLookUps");
        using var web = new HttpClient { BaseAddress = new Uri(_stack.Addresses.Web) };
        var pages = new List<string>();
        foreach (var paper in papers)
        {
            pages.Add(WebUtility.HtmlDecode(await web.GetStringAsync($"/papers/{PaperKey.Of(paper)[0].ToId()}")));
        }

        Assert.Contains("Found at arXiv on", pages[0], StringComparison.Ordinal);
        Assert.Contains("arXiv has several papers with this title, so none was taken. Asked again on", pages[1], StringComparison.Ordinal);
        Assert.Contains("arXiv has a paper with this title, but nothing shows that it is this one", pages[2], StringComparison.Ordinal);
        Assert.Contains("not found. Asked again on", pages[3], StringComparison.Ordinal);
        Assert.All(pages[1..], page => Assert.Contains("Find it on", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_catalogue_knows_is_asked_for_after_1_7_and_30_days_and_then_no_more()
    {
        await DropAsync(Page([1]));
        var due = _stack.Services.GetRequiredService<ILookUpTable>();
        foreach (var days in new[] { 1, 7, 30 })
        {
            await _stack.Functions.RunNowAsync("OnLookUps");
            Assert.Empty(await due.DueAsync(DateTimeOffset.UtcNow.AddDays(days - .1), 10, default));
            var next = Assert.Single(await due.DueAsync(DateTimeOffset.UtcNow.AddDays(days), 10, default));
            await due.PostponeAsync(next with { At = DateTimeOffset.UtcNow }, default);
        }

        await _stack.Functions.RunNowAsync("OnLookUps");
        Assert.Empty(await due.DueAsync(DateTimeOffset.UtcNow.AddYears(1), 10, default));
    }

    private static Paper Known(Paper paper, int i) => paper with
    {
        ArxivId = $"2402.{i:D5}",
        Authors = paper.Authors.Count > 0 ? paper.Authors : ["Ada Reef", "Bo Kelp"],
        Published = paper.Published ?? new DateOnly(2024, 2, 1),
    };

    /// <summary>Another paper that a search for the title finds too.</summary>
    private static Paper Near(Paper paper, int i) => Known(paper, i) with
    {
        Title = (i % 3) switch { 0 => $"{paper.Title}: A Survey", 1 => $"Towards {paper.Title}", _ => paper.Title },
        Abstract = "Timetables of regional railways repeat themselves. Compressing periodic departures with grammars shrinks published "
            + "files tenfold, and passengers "
            + "download updates during short stops. Experiments cover seventeen operators, several countries and twenty thousand "
            + "stations, including night services, "
            + "replacement buses, holiday exceptions and engineering works announced late.",
    };

    private static string Page(IEnumerable<int> numbers) => Encoding.UTF8.GetString(MemoryFlow.Page(numbers.Select(i =>
        $"{Kinds[i % 6]} {Things[i / 6 % 10]} That Remember Their {Kinds[(i + 1) % 6]} Currents"))).Replace(
        "above the seabed.",
        "above the seabed, and record salinity, turbidity and temperature across eleven seasons. Statistical regression connects "
        + "skeletal growth with measured "
        + "velocity, and explains yearly variation better than sunlight, nutrients or depth. Recordings and processing scripts are "
        + "released together with photographs.",
        StringComparison.Ordinal);

    private static readonly string[] Kinds = ["Tidal", "Glacial", "Polar", "Coastal", "Volcanic", "Desert"];

    private static readonly string[] Things = ["Sponges", "Kelp Forests", "Sandbanks", "Harbours", "Lagoons", "Fjords", "Estuaries",
        "Reefs", "Canals", "Marshes"];

    private async Task<List<Paper>> DropAsync(string page)
    {
        var name = $"{Guid.NewGuid():N}.txt";
        await _stack.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("digests").GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(page));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var digest = await _stack.Services.GetRequiredService<DigestDrop>()
            .WaitAsync(new Dropped(name, DateTimeOffset.MinValue), null, limit.Token);
        var entries = await _stack.Services.GetRequiredService<IDigestTable>().EntriesAsync(digest.ShownListId, default).ToListAsync();
        return [.. (await _stack.Services.GetRequiredService<IPaperTable>()
            .ResolveAsync([.. entries.Select(e => e.Paper)], default)).Select(p => p.Paper)];
    }

    private async Task<List<Paper>> StoredAsync(List<Paper> papers) =>
        [.. (await _stack.Services.GetRequiredService<IPaperTable>().ResolveAsync([.. papers.Select(p => PaperKey.Of(p)[0].ToId())],
            default)).Select(p => p.Paper)];
}
