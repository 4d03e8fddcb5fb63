using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Formats;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>What readers take along: their editions and liked papers as files, and their picks as a feed.</summary>
[Collection(SiteCollection.Name)]
public sealed class ReaderFileTests(SiteFixture site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("bibtex", "application/x-bibtex", "bib")]
    [InlineData("ris", "application/x-research-info-systems", "ris")]
    [InlineData("csl-json", "application/vnd.citationstyles.csl+json", "json")]
    public async Task An_edition_and_the_liked_papers_are_files_that_are_read_again(string format, string type, string ending)
    {
        var (subscriber, edition) = await ReaderAsync();
        var liked = edition.Picks[0].Paper;
        await site.PostAsync("/vote", ("t", site.Get<SubscriberLinks>().VoteToken(subscriber, liked)), ("v", "1"));
        await site.PostAsync("/vote", ("t", site.Get<SubscriberLinks>().VoteToken(subscriber, edition.Picks[^1].Paper)), ("v", "-1"));
        var token = await site.ManageTokenAsync(subscriber);

        var page = WebUtility.HtmlDecode((await site.GetAsync($"/deliveries?t={token}")).Text);
        var address = $"/export?t={token}&edition={edition.EditionKey}&format={format}";
        Assert.Contains(address, page, StringComparison.Ordinal);
        Assert.Contains($"/export?t={token}&format={format}", WebUtility.HtmlDecode((await site.GetAsync($"/preferences?t={token}")).Text),
            StringComparison.Ordinal);

        Assert.Equal(await TitlesAsync(edition.Picks.Select(pick => pick.Paper)),
            await ReadAsync(address, type, $"edition-{edition.EditionKey}.{ending}"));
        Assert.Equal(await TitlesAsync([liked]), await ReadAsync($"/export?t={token}&format={format}", type, $"liked-papers.{ending}"));
        Assert.Equal(await TitlesAsync([liked]), await ReadAsync($"/papers/{liked}/{format}", type, $"{liked}.{ending}"));
    }

    [Fact]
    public async Task Nothing_is_exported_for_strangers_or_in_unknown_forms()
    {
        var (subscriber, edition) = await ReaderAsync();
        var token = await site.ManageTokenAsync(subscriber);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/export?format=ris")).Status);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await site.GetAsync($"/export?t={site.Get<SubscriberLinks>().Feed(subscriber).Split('=')[1]}&format=ris")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/export?t={token}&format=docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/export?t={token}&format=ris&edition=2020-01-01")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/papers/{edition.Picks[0].Paper}/docx")).Status);
    }

    [Fact]
    public async Task The_feed_holds_the_picks_with_their_reasons_and_leads_to_the_papers()
    {
        var (subscriber, edition) = await ReaderAsync();
        var address = await FeedAsync(subscriber);
        var (status, text) = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, status);
        var feed = XDocument.Parse(text).Root!;
        Assert.Equal($"urn:uuid:{Guid.Parse(subscriber.Id):D}", feed.Element(Atom + "id")!.Value);
        Assert.Equal(address,
            (string)feed.Elements(Atom + "link").Single(link => (string)link.Attribute("rel")! == "self").Attribute("href")!);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(edition.Picks.Select(pick => pick.Title), entries.Select(entry => entry.Element(Atom + "title")!.Value));
        var papers = await site.Get<IPaperTable>().ResolveAsync([.. edition.Picks.Select(pick => pick.Paper)], default);
        Assert.Equal(papers.Select(paper => PaperLinks.ReadOrFind(paper.Paper).Url), entries.Select(Link));
        Assert.Contains($"Why: {edition.Picks[0].Why[0]}", entries[0].Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(subscriber.Email, text, StringComparison.Ordinal);
        Assert.Equal(edition.Picks.Count, (await DigestReaderCountAsync(text)));
    }

    [Fact]
    public async Task The_feed_is_sent_only_where_something_is_new()
    {
        var (subscriber, _) = await ReaderAsync();
        var address = await FeedAsync(subscriber);
        using var first = await site.Http.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await site.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(CacheControlHeaderValue.Parse("no-cache, private"), first.Headers.CacheControl);
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.False(first.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_feeds_address_opens_nothing_else_and_ends_with_the_links()
    {
        var (subscriber, _) = await ReaderAsync();
        var address = await FeedAsync(subscriber);
        var token = address[(address.IndexOf("?t=", StringComparison.Ordinal) + 3)..];
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync($"/preferences?t={token}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync($"/deliveries?t={token}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync($"/picks.xml?t={await site.ManageTokenAsync(subscriber)}")).Status);

        await site.Get<SubscriberAccount>().EndLinksAsync(subscriber.Id, default);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync(address)).Status);
    }

    [Fact]
    public async Task An_old_mail_does_not_show_the_feeds_address()
    {
        var (subscriber, _) = await ReaderAsync();
        var old = site.Get<LinkSigner>().Sign(new LinkToken(LinkPurpose.Manage, subscriber.Id, DateTimeOffset.UtcNow.AddDays(170)));
        var (_, page) = await site.GetAsync($"/preferences?t={old}");
        Assert.DoesNotContain("/picks.xml", page, StringComparison.Ordinal);
        Assert.Contains("have a new link mailed", page, StringComparison.Ordinal);
    }

    private async Task<(Subscriber Subscriber, Delivery Edition)> ReaderAsync()
    {
        var subscriber = await site.EnrolAsync("language models", "robots");
        return (subscriber, await site.SendNowAsync(subscriber));
    }

    /// <summary>The address that the preferences page shows.</summary>
    private async Task<string> FeedAsync(Subscriber subscriber)
    {
        var page = (await site.GetAsync($"/preferences?t={await site.ManageTokenAsync(subscriber)}")).Text;
        var start = page.IndexOf("/picks.xml?t=", StringComparison.Ordinal);
        return site.Stack.Addresses.Web + WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }

    private static string Link(XElement entry) =>
        (string)entry.Elements(Atom + "link").Single(link => (string)link.Attribute("rel")! == "alternate").Attribute("href")!;

    private static async Task<int> DigestReaderCountAsync(string text) =>
        (await PapersAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))).Count;

    private async Task<List<string>> TitlesAsync(IEnumerable<PaperId> papers) =>
        [.. (await site.Get<IPaperTable>().ResolveAsync([.. papers], default)).Select(paper => paper.Paper.Title)];

    private async Task<List<string>> ReadAsync(string address, string type, string name)
    {
        using var answer = await site.Http.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        return [.. (await PapersAsync(await answer.Content.ReadAsStreamAsync())).Select(paper => paper.Title)];
    }

    private static async Task<List<Paper>> PapersAsync(Stream content)
    {
        var reading = await DigestReader.OpenAsync(content, new DigestSource("export", default, null));
        return await reading.EntriesAsync().Select(entry => entry.Paper).ToListAsync();
    }
}
