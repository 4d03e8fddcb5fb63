using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Shared;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>What everybody may read.</summary>
[Collection(SiteCollection.Name)]
public sealed class PublicPageTests(SiteFixture site)
{
    public static TheoryData<string> Pages =>
        ["/", "/search", "/search?q=language&sort=newest&code=true", "/digests", "/feed.xml", "/feed.xml?q=language",
            "/api/papers?q=language", "/openapi.json", "/suggest?q=lan"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_an_entity_tag_that_saves_sending_it_again_and_answers_HEAD_alike(string address)
    {
        using var first = await site.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("no-referrer", first.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", first.Headers.GetValues("X-Content-Type-Options").Single());

        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var unchanged = await site.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        using var head = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag, first.Content.Headers.ContentType),
            (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/papers/abc")]
    [InlineData("/papers/00000000000000000000000000000000")]
    [InlineData("/papers/00000000000000000000000000000000/bibtex")]
    [InlineData("/papers/..%2F..%2Fetc")]
    [InlineData("/digests/00000000000000000000000000000000")]
    [InlineData("/digests?after=00000000000000000000000000000000")]
    [InlineData("/digests?after=../x")]
    [InlineData("/search?page=0")]
    [InlineData("/search?page=99999999999")]
    [InlineData("/search?q=language&page=400")]
    [InlineData("/search?like=00000000000000000000000000000000")]
    public async Task What_is_not_there_is_said_on_a_page_of_its_own(string address)
    {
        var (status, text) = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("There is no such", text);
    }

    [Fact]
    public async Task A_paper_has_its_abstract_its_digest_its_like_and_its_reference()
    {
        var paper = (await PapersAsync("language models"))[0];
        var id = paper.GetProperty("id").GetString()!;
        var (status, page) = await site.GetAsync($"/papers/{id}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Similar papers", page);
        Assert.Contains("number ", page);

        using var reference = await site.Http.GetAsync($"/papers/{id}/bibtex");
        Assert.Equal("application/x-bibtex", reference.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("@", await reference.Content.ReadAsStringAsync());

        var (likeStatus, like) = await site.GetAsync($"/search?like={id}");
        Assert.Equal(HttpStatusCode.OK, likeStatus);
        Assert.Contains("Papers like", like);
    }

    [Fact]
    public async Task What_matches_a_search_is_marked() =>
        Assert.Matches("Vision-<mark>Language</mark> Models", (await site.GetAsync("/search?q=language")).Text);

    [Fact]
    public async Task The_archive_is_walked_from_the_newest_to_the_oldest_without_a_gap_or_a_repetition()
    {
        var old = new DateTimeOffset(2001, 2, 28, 12, 0, 0, TimeSpan.Zero);
        var names = Enumerable.Range(0, 120).Select(i => $"archive-{i:000}.txt").ToList();
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
        {
            await site.Get<IDigestTable>().TrySaveAsync(
                new Versioned<Digest>(new Digest
                {
                    Id = Digest.IdOf(name), Name = name, State = DigestState.Indexed,
                    FirstUploadedAt = old.AddDays(-i), UploadedAt = old.AddDays(-i)
                }, null), default);
        }

        var seen = new List<string>();
        var pages = 0;
        for (var next = "/digests"; next is not null; pages++)
        {
            var page = new HtmlParser().ParseDocument((await site.GetAsync(next)).Text);
            seen.AddRange(page.QuerySelectorAll("th[scope=row] a").Select(a => a.TextContent));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.InRange(pages, 3, 20);
        Assert.Equal(names, seen.Where(n => n.StartsWith("archive-", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_digest_shows_its_receipt_its_problems_and_its_papers_page_by_page()
    {
        var titles = Enumerable.Range(1, 120).Select(i => $"Lanterns of the {i}th kind in a folded network of mirrors").ToArray();
        var digest = await site.DropTitlesAsync(titles);
        var (_, first) = await site.GetAsync($"/digests/{digest.Id}");
        Assert.Contains("Page 1 of 3", first);
        Assert.Contains("Receipt", first);
        var (_, third) = await site.GetAsync($"/digests/{digest.Id}?page=3");
        Assert.Contains("Page 3 of 3", third);
        Assert.Contains("101.", third);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/digests/{digest.Id}?page=4")).Status);
    }

    [Fact]
    public async Task While_search_is_down_pages_say_so_in_one_sentence_and_papers_can_still_be_read()
    {
        var id = (await PapersAsync("language"))[0].GetProperty("id").GetString();
        site.SearchIsDown = true;
        try
        {
            foreach (var address in new[] { "/search?q=language", "/feed.xml", "/api/papers", "/suggest?q=lan" })
            {
                var logged = site.Warnings.Count;
                Assert.Equal((address, HttpStatusCode.ServiceUnavailable), (address, (await site.GetAsync(address)).Status));
                Assert.Contains("A query got no answer. Search at", Assert.Single(site.Warnings.Skip(logged)), StringComparison.Ordinal);
            }

            Assert.Contains("Search cannot be reached right now", (await site.GetAsync("/search?q=language")).Text);
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync($"/papers/{id}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/")).Status);
        }
        finally
        {
            site.SearchIsDown = false;
        }
    }

    [Fact]
    public async Task The_feed_is_Atom_with_the_newest_papers_and_that_of_a_search_has_its_own()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var all = XDocument.Parse((await site.GetAsync("/feed.xml")).Text).Root!;
        var some = XDocument.Parse((await site.GetAsync("/feed.xml?q=language")).Text).Root!;
        Assert.Equal(atom + "feed", all.Name);
        Assert.InRange(some.Elements(atom + "entry").Count(), 1, all.Elements(atom + "entry").Count() - 1);
        var updated = all.Elements(atom + "entry").Select(e => DateTimeOffset.Parse(e.Element(atom + "updated")!.Value)).ToList();
        Assert.Equal(updated.OrderDescending(), updated);
        Assert.NotEqual(all.Element(atom + "id")!.Value, some.Element(atom + "id")!.Value);
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task Whatever_is_searched_for_is_shown_as_text(string name, string text)
    {
        foreach (var address in new[] { "/search?q=", "/search?category=", "/search?year=", "/search?like=", "/suggest?q=", "/feed.xml?q=",
            "/papers/", "/digests/" })
        {
            var (status, answer) = await site.GetAsync(address + Uri.EscapeDataString(text));
            // An address with a NUL in its path never reaches a function.
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound
                || (status == HttpStatusCode.BadRequest && text.Contains('\0')), $"{name} at {address}: {status}");
            Hostile.AssertHarmless(answer, address);
        }
    }

    [Fact]
    public async Task A_tag_of_another_answer_does_not_save_sending()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get,
            "/digests")
        { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\"") } } };
        using var answer = await site.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<JsonElement[]> PapersAsync(string query) =>
        [.. JsonDocument.Parse((await site.GetAsync($"/api/papers?q={Uri.EscapeDataString(query)}")).Text).RootElement.GetProperty("papers")
            .EnumerateArray()];
}
