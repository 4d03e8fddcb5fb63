using Microsoft.Playwright;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.LocalTests.Web;

/// <summary>A reader's whole life with the site, in a real browser and with real mail.</summary>
[Collection(SiteCollection.Name)]
public sealed class WholeLifeTests(SiteFixture site)
{
    /// <summary>More within seconds would pass for a mail scanner's, and not be learned from.</summary>
    private const int MaxVotes = VoteBursts.Size - 1;

    private static readonly string[] Lighthouses =
    [
        "Lenses of lighthouse towers and their polish", "Fog signals between lighthouse stations",
        "Wages in a lighthouse of the nineteenth century",
        "Masonry on sand: how a lighthouse stands", "Relays that light a lighthouse lamp", "Weather records in lighthouse diaries",
        "Solar power for a lighthouse far out", "Birds that fly into the lighthouse beam", "Paint that lasts on lighthouse walls",
        "Visitors of the last lighthouse",
    ];

    private static readonly string[] Beetles =
    [
        "Antennae of beetle families under the microscope", "Beetle larvae in dead oak wood", "Museum drawers of a beetle collector",
        "Telling a beetle by its barcode",
        "Dung beetle navigation by the Milky Way", "Iridescence of beetle wing cases", "A beetle that looks like a wasp",
        "Ponds and the water beetle that leaves them", "Bark beetle outbreaks in spruce forests", "How a beetle sings",
    ];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_signing_up_to_silence(bool withScript)
    {
        var email = SiteFixture.NewAddress();
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web, width: withScript ? 1280 : 390, script: withScript);

        await SignUpAsync(page, email);
        await ConfirmAsync(page, email);
        var subscriber = await ReaderAsync(email);
        Assert.Equal((SubscriberState.Active, "Europe/Zurich"), (subscriber.State, subscriber.Plan.Zone));

        var control = await ControlAsync(subscriber);
        var run = withScript ? "One" : "Two";
        await site.DropTitlesAsync([.. Lighthouses.Take(3).Concat(Beetles.Take(3)).Select(t => $"{t} ({run})")]);
        var first = await EditionAsync(subscriber);
        Assert.Equal(first.Picks.Select(p => p.Title), (await site.SendNowAsync(control)).Picks.Select(p => p.Title));
        Assert.Contains(first.Picks, p => p.Title.Contains("lighthouse", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(first.Picks, p => p.Title.Contains("beetle", StringComparison.OrdinalIgnoreCase));
        await VoteAsync(page, email, first);

        await site.DropTitlesAsync([.. Lighthouses.Skip(3).Take(6).Concat(Beetles.Skip(3)).Select(t => $"{t} ({run})")]);
        var second = await EditionAsync(subscriber);
        Assert.True(Count(second) > Count(first),
            $"After the votes: {string.Join("; ", second.Picks.Select(p => p.Title))}. Before: "
            + $"{string.Join("; ", first.Picks.Select(p => p.Title))}.");

        // Somebody of the same interests who did not vote gets another edition from the same papers.
        var unmoved = await site.SendNowAsync(control);
        Assert.True(Count(second) > Count(unmoved), $"With votes: {Count(second)} of lighthouses; without: {Count(unmoved)}.");

        await PreferencesAsync(page, email);
        await LeaveAsync(page, email, subscriber);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_mail_through_votes_and_search_to_signing_out_and_in_again(bool withScript)
    {
        var subscriber = await site.EnrolAsync("language models");
        await site.SendNowAsync(subscriber);
        var mail = await site.NextMailAsync(subscriber.Email);
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web, width: withScript ? 1280 : 390, script: withScript);

        await page.GotoAsync(SiteFixture.LinkIn(mail, "/deliveries"));
        var first = page.Locator("form.votes").First;
        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("^More like this") }).ClickAsync();
        await Assertions.Expect(page.GetByText("You asked for more.")).ToBeVisibleAsync();
        Assert.Contains("/deliveries?", page.Url); // Its fragment gets lost where requests are intercepted; SessionTests looks at it.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo") }).ClickAsync();
        await Assertions.Expect(page.GetByText("You asked for more.")).ToHaveCountAsync(0);
        Assert.Empty(await site.Get<IVoteTable>().ReadAsync(subscriber.Id, default).ToListAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Search", Exact = true }).ClickAsync();
        await page.GetByLabel("Words or a").FillAsync("langauge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "language", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Less like this") }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("You asked for less.")).ToBeVisibleAsync();
        Assert.Contains("/search?q=language", page.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Your mail address").FillAsync(subscriber.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mail me a link" }).ClickAsync();
        await page.GotoAsync(SiteFixture.LinkIn(await site.NextMailAsync(subscriber.Email, after: 1), "/sign-in"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your preferences" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(subscriber.Email)).ToBeVisibleAsync();
    }

    /// <summary>Somebody else with the same wishes.</summary>
    private Task<Subscriber> ControlAsync(Subscriber subscriber) => site.Get<EnrolSubscriber>().ActivateAsync(
        SiteFixture.NewAddress(), s => s
            with { Interests = subscriber.Interests, Size = subscriber.Size, Plan = subscriber.Plan, Exploration = subscriber.Exploration },
            default);

    private static async Task SignUpAsync(IPage page, string email)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Your mail address").FillAsync(email);
        await page.GetByLabel("Your topics").FillAsync("lighthouse\nbeetle");
        await page.GetByLabel("Time zone").FillAsync("Europe/Zurich");
        await page.GetByLabel("Papers in a mail, at most").FillAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign up" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your mail" })).ToBeVisibleAsync();
    }

    private async Task ConfirmAsync(IPage page, string email)
    {
        var mail = await site.NextMailAsync(email);
        await page.GotoAsync(SiteFixture.LinkIn(mail, "/confirm"));
        Assert.Equal(SubscriberState.Pending, (await ReaderAsync(email)).State);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, send them" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are in" })).ToBeVisibleAsync();
    }

    private async Task<Delivery> EditionAsync(Subscriber subscriber)
    {
        var mails = (await site.MailToAsync(subscriber.Email)).Count;
        var sent = await site.SendNowAsync(subscriber);
        Assert.Equal(DeliveryState.Sent, sent.State);
        Assert.Equal(sent.Subject, (await site.NextMailAsync(subscriber.Email, after: mails)).Subject);
        return sent;
    }

    /// <summary>More of lighthouses, less of beetles, by the buttons behind the mail's links.</summary>
    private async Task VoteAsync(IPage page, string email, Delivery edition)
    {
        var mail = await site.NextMailAsync(email);
        var links = System.Text.RegularExpressions.Regex.Matches(mail.Text, @"(?<what>More|Less) like this: (?<link>\S+)")
            .Select(m => (What: m.Groups["what"].Value, Link: m.Groups["link"].Value)).ToList();
        Assert.Equal(2 * edition.Picks.Count, links.Count);
        for (var i = 0; i < MaxVotes; i++)
        {
            var like = edition.Picks[i].Title.Contains("lighthouse", StringComparison.OrdinalIgnoreCase);
            await page.GotoAsync(links[(2 * i) + (like ? 0 : 1)].Link);
            await page.GetByRole(AriaRole.Button, new() { Name = like ? "More like this" : "Less like this" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        }
    }

    private async Task PreferencesAsync(IPage page, string email)
    {
        var mail = await site.NextMailAsync(email);
        await page.GotoAsync(SiteFixture.LinkIn(mail, "/preferences"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your taste, as learned" })).ToBeVisibleAsync();
        await page.GetByLabel("Muted phrases").FillAsync("beetle until 2190-01-01");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Sunday" }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        var saved = await ReaderAsync(email);
        Assert.Contains(saved.Interests, i => i is { Kind: InterestKind.Muted, Text: "beetle" });
        Assert.DoesNotContain(DayOfWeek.Sunday, saved.Plan.Days);
    }

    private async Task LeaveAsync(IPage page, string email, Subscriber subscriber)
    {
        var mail = await site.NextMailAsync(email);
        using var answer = await site.Http.PostAsync(mail.Headers["List-Unsubscribe"].Trim('<', '>'),
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.True(answer.IsSuccessStatusCode);
        var before = (await site.MailToAsync(email)).Count;
        await site.DropTitlesAsync([.. Lighthouses.TakeLast(1).Select(t => $"{t} for {email}")]);
        await site.RunHourAsync();
        await site.DeliverAsync(subscriber, "2190-01-01"); // as a message that was on its way when the subscriber left
        Assert.Equal(before, (await site.MailToAsync(email)).Count);
        await page.GotoAsync(SiteFixture.LinkIn(mail, "/preferences"));
        await Assertions.Expect(page.GetByText("You are unsubscribed")).ToBeVisibleAsync();
        Assert.Null((await site.FindAsync(subscriber))!.NextDue);
    }

    private static int Count(Delivery edition) =>
        edition.Picks.Count(p => p.Title.Contains("lighthouse", StringComparison.OrdinalIgnoreCase));

    private Task<Subscriber> ReaderAsync(string email) => site.ByAddressAsync(email);
}
