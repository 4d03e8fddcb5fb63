using Microsoft.Playwright;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Shared;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.LocalTests.Web;

/// <summary>Every page in a real browser: axe-core finds nothing, nothing runs out of the window,
/// nothing is asked of other hosts.</summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(SiteFixture site)
{
    /// <summary>Set to a folder to keep a picture of each page.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAPERFUNCTIONS_PICTURES");

    [BrowserTheory]
    [InlineData(320, false)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task No_page_has_a_violation_or_runs_out_of_the_window(int width, bool dark)
    {
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web, width, dark);
        var faults = new List<string>();
        foreach (var (name, address) in await PagesAsync())
        {
            await page.GotoAsync(address);
            faults.AddRange(await FaultsAsync(page, name, width));
            await KeepAsync(page, $"{name}-{width}{(dark ? "-dark" : "")}");
        }

        foreach (var (name, form, values) in Forms)
        {
            await page.GotoAsync(form);
            await FillAsync(page, values);
            faults.AddRange(await FaultsAsync(page, name, width));
            await KeepAsync(page, $"{name}-{width}{(dark ? "-dark" : "")}");
        }

        // A page of the site lends its policy to what is put into it, which lets no inline styles through.
        page = await Browser.OpenAsync(site.Stack.Addresses.Web, width, dark);
        foreach (var (name, html) in await MailsAsync())
        {
            await page.SetContentAsync(html);
            faults.AddRange(await FaultsAsync(page, name, width, Axe.Mail));
            await KeepAsync(page, $"{name}-{width}{(dark ? "-dark" : "")}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>One mail of each kind, as it was sent.</summary>
    private async Task<List<(string Name, string Html)>> MailsAsync()
    {
        var subscriber = await site.EnrolAsync("language models", "robots");
        await site.SendNowAsync(subscriber);
        var accounts = site.Get<SubscriberAccount>();
        await SignUpAsync(new SignUp(1, subscriber.Email, ["robots"], 7, "Etc/UTC", false, 8));
        await accounts.SaveAsync(subscriber.Id, s => s with { Plan = s.Plan with { PausedUntil = new DateOnly(2190, 1, 1) } }, default);
        await accounts.UnsubscribeAsync(subscriber.Id, goodbye: true, default);
        var mails = await site.MailToAsync(subscriber.Email);
        Assert.Equal(4, mails.Count);
        return [.. mails.Select((m, i) => ($"mail-{new[] { "goodbye", "paused", "confirmation", "edition" }[i]}", m.Html)),
            ("mail-overlong", await OverlongAsync())];
    }

    /// <summary>Tries again, as the queue does: the edition that was just sent may still be noted in the account.</summary>
    private async Task SignUpAsync(SignUp form, int tries = 20)
    {
        try
        {
            await site.Get<SignUpSubscriber>().RunAsync(form, default);
        }
        catch (IOException) when (tries > 1)
        {
            await Task.Delay(100);
            await SignUpAsync(form, tries - 1);
        }
    }

    /// <summary>An edition of words that are wider than any screen.</summary>
    private async Task<string> OverlongAsync()
    {
        var word = new string('W', 110);
        var pick = new PickView
        {
            Rank = 1, Title = word, Authors = word, Summary = word, Why = [word], Exploration = false,
            Read = new("https://papers.example/1", false), CodeUrl = "https://code.example/1",
            MoreLikeThisUrl = "https://papers.example/more", LessLikeThisUrl = "https://papers.example/less",
        };
        var mail = await site.Get<IMailRenderer>().RenderAsync(
            new EditionView
            {
                Date = new DateOnly(2031, 5, 14), Subject = word, Preview = word,
                Picks = [pick, pick with { Rank = 2, Title = "漢" + new string('字', 80) }], Others = 3,
                SiteName = word[..90], PostalAddress = word, OthersUrl = pick.Read.Url, PreferencesUrl = pick.Read.Url,
                DeliveriesUrl = pick.Read.Url, UnsubscribeUrl = pick.Read.Url,
            },
            default);
        return mail.Html;
    }

    [BrowserFact]
    public async Task A_page_with_faults_would_be_found()
    {
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web);
        await page.GotoAsync("/digests");
        await page.EvaluateAsync(
            "() => { document.querySelector('h1').innerHTML = '<input><span style=\"color:#bbb;background:#fff\">pale</span>'; }");
        var found = await Axe.ViolationsAsync(page);
        Assert.Contains(found, v => v.StartsWith("label:", StringComparison.Ordinal));
    }

    /// <summary>Forms that come back with errors.</summary>
    private static IEnumerable<(string Name, string Form, Dictionary<string, string> Values)> Forms =>
        [("landing-errors", "/",
            new() { ["email"] = "not an address", ["topics"] = "robots", ["zone"] = "Nowhere/Land", ["size"] = "99" })];

    private async Task<List<(string Name, string Address)>> PagesAsync()
    {
        var subscriber = await site.EnrolAsync("language models", "robots");
        var edition = await site.SendNowAsync(subscriber);
        var paper = edition.Picks[0].Paper;
        var links = site.Get<SubscriberLinks>();
        var manage = links.ManageToken(subscriber);
        await site.PostAsync("/vote", ("t", links.VoteToken(subscriber, paper)), ("v", "1"));
        await site.PostAsync("/vote", ("t", links.VoteToken(subscriber, edition.Picks[^1].Paper)), ("v", "-1"));
        await site.PostAsync("/subscribe", ("email", SiteFixture.NewAddress()), ("topics", "a"), ("hour", "7"), ("zone", "Etc/UTC"),
            ("size", "8"));
        await HappenAsync();
        var digest = Digest.IdOf("references.bib");
        return
        [
            ("landing", "/"), ("search", "/search?q=language"), ("search-none", "/search?q=zzzzzz"),
            ("search-like", $"/search?like={paper}"),
            ("paper", $"/papers/{paper}"), ("paper-looked-up", $"/papers/{await LookedUpAsync()}"),
            ("paper-reader", $"/papers/{paper}?t={manage}"), ("digests", "/digests"),
            ("digest", $"/digests/{digest}"),
            ("imports", $"/operation/imports?code={site.Stack.Secrets.FunctionKey}"),
            ("operator-digests", $"/operation/digests?code={site.Stack.Secrets.FunctionKey}"),
            ("operator-digest", $"/operation/digest?code={site.Stack.Secrets.FunctionKey}&target={digest}"),
            ("operator-deliveries", $"/operation/deliveries?code={site.Stack.Secrets.FunctionKey}"),
            ("confirm", links.Confirm(subscriber)), ("preferences", $"/preferences?t={manage}"),
            ("deliveries", $"/deliveries?t={manage}&paper={paper}&day=2020-01-01"),
            ("rest", $"/deliveries?t={manage}&edition={edition.EditionKey}"), ("unsubscribe", links.Unsubscribe(subscriber)),
            ("vote", links.Vote(subscriber, paper, DateOnly.FromDateTime(DateTime.UtcNow), -1)),
            ("operation", $"/operation?code={site.Stack.Secrets.FunctionKey}"), ("sign-in", "/sign-in"),
            ("welcome", $"/welcome?t={manage}"), ("search-chosen", "/search?q=langauge&code=true&year=2026"),
            ("newer-link", $"/taste.json?t={Old(subscriber)}"), ("people", $"/operation/people?code={site.Stack.Secrets.FunctionKey}"),
            ("not-found", "/papers/none"), ("bad-link", "/preferences?t=x"), ("privacy", "/privacy"),
            ("my-editions", $"/deliveries?t={manage}"),
        ];
    }

    /// <summary>Sources that were fetched, well and not well, and a catalogue that is busy.</summary>
    private async Task HappenAsync()
    {
        var (now, sources) = (DateTimeOffset.UtcNow, site.Get<ISourceTable>());
        var failed = new SourceState
        {
            Name = "source-2", Address = SiteFixture.SourceAddresses[1], LastFetch = now, Next = now.AddHours(2),
            Outcome = SourceOutcome.Failed,
            Failures = 2, Error = "kelp.example.org answered 503 (Service Unavailable).",
        };
        var fetched = failed with
        {
            Name = "source-1",
            Address = SiteFixture.SourceAddresses[0],
            Outcome = SourceOutcome.Fetched,
            Failures = 0,
            Error = null,
            Digest = "sources/source-1/2026-11-21-0517.xml",
        };
        foreach (var state in new[] { failed, fetched })
        {
            var row = await sources.FindAsync(state.Name, default);
            await sources.TrySaveAsync(new Versioned<SourceState>(state, row?.Version), default);
        }

        await site.Get<ILookUpTable>().PutPauseAsync(new LookUpPause("crossref", now.AddHours(1), 1, "api.crossref.org answered 429."),
            default);
    }

    /// <summary>A paper that was looked for and not found.</summary>
    private async Task<PaperId> LookedUpAsync()
    {
        var papers = site.Get<IPaperTable>();
        var id = await site.AnyPaperAsync();
        var row = (PaperRow.Known)(await papers.FindWithTargetsAsync([id], default)).Values.First(found => found is PaperRow.Known);
        var result = new LookUpResult(LookUpOutcome.NotFound, DateTimeOffset.UtcNow) { Again = DateTimeOffset.UtcNow.AddDays(1) };
        await papers.TryWriteAsync([row with { Stored = row.Stored with { LookUp = result } }], default);
        return row.Id;
    }

    /// <summary>A token of a mail of ten days ago.</summary>
    private string Old(Subscriber subscriber) =>
        site.Get<LinkSigner>().Sign(new LinkToken(LinkPurpose.Manage, subscriber.Id, DateTimeOffset.UtcNow.AddDays(170)));

    private static async Task FillAsync(IPage page, Dictionary<string, string> values)
    {
        // The browser's own checks would keep the form from being sent.
        await page.EvaluateAsync("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
        foreach (var (name, value) in values)
        {
            await page.FillAsync($"[name={name}]", value);
        }

        await page.ClickAsync("main form button[type=submit]");
        await page.Locator(".trouble").WaitForAsync();
    }

    /// <summary>The elements that reach furthest to the right, those in boxes that scroll left out.</summary>
    private const string Widest = """
        () => [...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll'))
            .map(e => [Math.round(e.getBoundingClientRect().right), e.outerHTML.slice(0, 120)]).sort((a, b) => b[0] - a[0]).slice(0,
                3).join(' | ')
        """;

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, string name, int width, params string[] only)
    {
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        var widest = await page.EvaluateAsync<string>(Widest);
        return [.. (await Axe.ViolationsAsync(page, only)).Select(v => $"{name}: {v}"), .. wide > width
            ? new[] { $"{name}: is {wide} px wide in a window of {width} px: {widest}" }
            : []];
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
        }
    }
}
