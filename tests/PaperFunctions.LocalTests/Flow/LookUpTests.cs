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
    public async Task A_busy_catalogue_is_asked_again_later_and_nothing_is_lost(int status)
    {
        var papers = await DropAsync(Page(Enumerable.Range(0, 12)));
        _arxiv = new ArxivServer([.. papers.Select(Known)]);
        _arxiv.Failures.Enqueue(status);
        await _stack.Functions.RunNowAsync("OnLookUps");
        Assert.All(await StoredAsync(papers), paper => Assert.Null(paper.ArxivId));

        var due = _stack.Services.GetRequiredService<ILookUpTable>();
        Assert.Empty(await due.DueAsync(DateTimeOffset.UtcNow, 100, default));
        var later = await due.DueAsync(DateTimeOffset.UtcNow.AddMinutes(31), 100, default);
        Assert.Equal((12, 0), (later.Count, later.Max(one => one.Attempts)));
        foreach (var one in later)
        {
            await due.PostponeAsync(one with { At = DateTimeOffset.UtcNow }, default);
        }

        await _stack.Functions.RunNowAsync("OnLookUps");
        Assert.All(await StoredAsync(papers), paper => Assert.NotNull(paper.ArxivId));
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
        [.. (await _stack.Services.GetRequiredService<IPaperTable>()
            .ResolveAsync([.. papers.Select(p => PaperKey.Of(p)[0].ToId())], default)).Select(p => p.Paper)];

    /// <summary>Sends every request to the test's own server.</summary>
    private sealed class Redirected(Uri to) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(to, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
