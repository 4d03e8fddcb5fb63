using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>A reader who came by a link is known on the pages after it, until they sign out or end their links.</summary>
[Collection(SiteCollection.Name)]
public sealed class SessionTests(SiteFixture site)
{
    [Fact]
    public async Task A_signed_link_makes_the_reader_known_on_every_page_until_they_sign_out()
    {
        using var browser = Browser();
        var (subscriber, _) = await ReaderAsync();
        Assert.DoesNotContain("My editions", await browser.GetStringAsync("/search"));
        using var opened = await browser.GetAsync($"/deliveries?t={site.Get<SubscriberLinks>().ManageToken(subscriber)}");
        var cookie = opened.Headers.GetValues("Set-Cookie").Single();
        Assert.All(["httponly", "samesite=lax", "path=/", "max-age="],
            part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));

        foreach (var path in new[] { "/", "/search", "/digests", "/preferences", "/deliveries", $"/papers/{await site.AnyPaperAsync()}" })
        {
            using var answer = await browser.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.True(page.Contains("My editions", StringComparison.Ordinal)
                && page.Contains("Sign out", StringComparison.Ordinal), path);
            Assert.DoesNotContain("?t=", page[..page.IndexOf("</header>", StringComparison.Ordinal)]);
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
        }

        await PostAsync(browser, "/sign-out");
        Assert.DoesNotContain("My editions", await browser.GetStringAsync("/search"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/preferences")).StatusCode);
    }

    [Fact]
    public async Task Asking_to_sign_in_mails_a_link_that_does()
    {
        using var browser = Browser();
        var (subscriber, _) = await ReaderAsync();
        var (_, answer) = await PostAsync(browser, "/sign-in", ("email", subscriber.Email));
        Assert.Contains("Check your mail", answer);
        Assert.Equal(answer, (await PostAsync(browser, "/sign-in", ("email", SiteFixture.NewAddress()))).Text);

        var mail = await site.NextMailAsync(subscriber.Email, after: 1); // behind the edition
        using var signedIn = await browser.GetAsync(SiteFixture.LinkIn(mail, "/sign-in"));
        Assert.Equal((HttpStatusCode.SeeOther, "/preferences"), (signedIn.StatusCode, signedIn.Headers.Location?.OriginalString));
        Assert.Contains(subscriber.Email, await browser.GetStringAsync("/preferences"));
    }

    [Fact]
    public async Task An_old_mail_shows_and_votes_but_neither_tells_the_address_nor_exports_nor_deletes()
    {
        using var browser = Browser();
        var (subscriber, _) = await ReaderAsync();
        var old = site.Get<LinkSigner>().Sign(new LinkToken(LinkPurpose.Manage, subscriber.Id, DateTimeOffset.UtcNow.AddDays(170)));
        var page = await browser.GetStringAsync($"/preferences?t={old}");
        Assert.DoesNotContain(subscriber.Email, page);
        Assert.Contains($"{subscriber.Email[0]}***@", page);
        foreach (var token in new[] { old, "" })
        {
            using var export = await browser.GetAsync($"/taste.json?t={token}");
            Assert.Equal(HttpStatusCode.Forbidden, export.StatusCode);
            var (status, text) = await PostAsync(browser, "/preferences", ("t", token), ("do", "delete"), ("sure", "yes"));
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("Mail me a new link", text);
        }

        Assert.NotNull(await site.FindAsync(subscriber));
        await PostAsync(browser, "/sign-in");
        using var signedIn = await browser.GetAsync(SiteFixture.LinkIn(await site.NextMailAsync(subscriber.Email, after: 1), "/sign-in"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/taste.json")).StatusCode);
        Assert.Contains("Your data is deleted", (await PostAsync(browser, "/preferences", ("do", "delete"), ("sure", "yes"))).Text);
        Assert.Null(await site.FindAsync(subscriber));
    }

    [Fact]
    public async Task Ending_all_links_ends_the_mails_and_other_sessions_and_keeps_this_one()
    {
        using var here = Browser();
        using var elsewhere = Browser();
        var (subscriber, _) = await ReaderAsync();
        var link = $"/preferences?t={site.Get<SubscriberLinks>().ManageToken(subscriber)}";
        await here.GetStringAsync(link);
        await elsewhere.GetStringAsync(link);
        Assert.Contains("All links that were mailed to you", (await PostAsync(here, "/preferences", ("do", "end-links"))).Text);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync("/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_acts_for_nobody()
    {
        using var browser = Browser();
        var (subscriber, _) = await ReaderAsync();
        await browser.GetStringAsync($"/preferences?t={site.Get<SubscriberLinks>().ManageToken(subscriber)}");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var (status, _) = await PostAsync(browser, "/preferences", ("do", "delete"), ("sure", "yes"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.NotNull(await site.FindAsync(subscriber));
    }

    [Fact]
    public async Task A_vote_is_one_click_where_the_paper_stands_and_so_is_taking_it_back()
    {
        using var browser = Browser();
        var (subscriber, edition) = await ReaderAsync();
        var paper = edition.Picks[0].Paper;
        await browser.GetStringAsync($"/deliveries?t={site.Get<SubscriberLinks>().ManageToken(subscriber)}");
        foreach (var path in new[] { "/deliveries", $"/deliveries?edition={edition.EditionKey}", $"/papers/{paper}", "/search?q=language",
            $"/digests/{Digest.IdOf("references.bib")}" })
        {
            var page = await ParseAsync(browser, path);
            foreach (var (value, expected) in new[] { ("1", 1), ("-1", -1), ("0", (int?)null) })
            {
                var form = page.QuerySelector("form.votes")!;
                var back = form.QuerySelector("[name=back]")!.GetAttribute("value")!;
                using var answer = await browser.PostAsync("/vote", new FormUrlEncodedContent(
                    [new("t", form.QuerySelector("[name=t]")!.GetAttribute("value")), new("back", back), new("v", value)]));
                Assert.Equal((HttpStatusCode.SeeOther, back), (answer.StatusCode, answer.Headers.Location?.OriginalString));
                var voted = await site.Get<IVoteTable>().ReadAsync(subscriber.Id, default).ToListAsync();
                Assert.Equal(expected, voted.SingleOrDefault()?.Value);
                page = await ParseAsync(browser, path);
                var place = page.QuerySelector(back[back.IndexOf('#', StringComparison.Ordinal)..])!;
                Assert.Equal(expected is not null, place.TextContent.Contains("Undo", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/search\r\nSet-Cookie: a=b")]
    public async Task A_vote_leads_to_no_other_site(string back)
    {
        var (subscriber, edition) = await ReaderAsync();
        using var answer = await site.Http.PostAsync("/vote", new FormUrlEncodedContent(
            [new("t", site.Get<SubscriberLinks>().VoteToken(subscriber, edition.Picks[0].Paper)), new("back", back), new("v", "1")]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    private HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = site.Http.BaseAddress };

    private async Task<(Subscriber Subscriber, Delivery Edition)> ReaderAsync()
    {
        var subscriber = await site.EnrolAsync("language models");
        return (subscriber, await site.SendNowAsync(subscriber));
    }

    private static async Task<IHtmlDocument> ParseAsync(HttpClient browser, string path) =>
        await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path));

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(HttpClient browser, string address,
        params (string Name, string Value)[] fields)
    {
        using var answer = await browser.PostAsync(address,
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
