using System.Net;
using System.Text;
using Azure.Storage.Queues;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The operator's page.</summary>
[Collection(SiteCollection.Name)]
public sealed class OperationTests(SiteFixture site)
{
    private string Key => site.Stack.Secrets.FunctionKey;

    [Theory]
    [InlineData("GET", "/admin")]
    [InlineData("GET", "/operation")]
    [InlineData("HEAD", "/operation")]
    [InlineData("GET", "/operation/preview?topics=a&size=1")]
    [InlineData("POST", "/operation/digests")]
    [InlineData("POST", "/admin/retry")]
    public async Task Without_the_key_nothing_is_shown_or_done(string method, string address)
    {
        foreach (var code in new[] { "", "code=", "code=wrong", $"code={new string('0', 32)}" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address + (address.Contains('?') ? "&" : "?") + code);
            using var answer = await site.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task It_shows_digests_queues_deliveries_without_whole_addresses_and_carries_its_key_on()
    {
        var subscriber = await site.EnrolAsync("language models");
        await site.SendNowAsync(subscriber);
        var (status, page) = await site.GetAsync($"/admin?code={Key}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("trending-inline.txt", (await site.GetAsync($"/operation/digests?code={Key}")).Text);
        Assert.Contains("editions-due", page);
        Assert.Contains("r***@example.org", page);
        Assert.DoesNotContain(subscriber.Email, page);
        Assert.Contains($"/operation/digests?code={Key}", page);
    }

    [Fact]
    public async Task Several_files_are_taken_in_under_safe_names_and_read()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(
                Encoding.UTF8.GetBytes("- **Harbour seals that count to seven** - Ada Example, Ben Sample. They count.\n")), "file",
                "../../up<b>?.md" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("- **Tidal clocks without hands** - Ada Example, Ben Sample. They wait.\n")),
                "file", "C:\\temp\\clocks.md" },
        };
        using var answer = await site.Http.PostAsync($"/operation/digests?code={Key}", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        site.Stack.Functions.Nudge();
        foreach (var name in new[] { "up-b--.md", "clocks.md" })
        {
            var digest = await Eventually.Async(async () =>
                await site.Get<DigestRows>().FindAsync(name, default) is { Value: { IsSettled: true } read } ? read : null);
            Assert.Equal(1, digest.Receipt.Entries);
        }
    }

    [Fact]
    public async Task An_upload_without_a_file_is_refused_in_a_sentence()
    {
        var (status, page) = await site.PostAsync($"/operation/digests?code={Key}", ("file", "none"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("No file arrived whole.", page);
    }

    [Fact]
    public async Task A_digest_is_read_again()
    {
        var id = Digest.IdOf("mail.eml");
        var before = (await site.Get<IDigestTable>().FindAsync(id, default))!.Value.StoredAt;
        var page = await site.FollowAsync($"/operation/retry?code={Key}", ("do", "digest"), ("target", id));
        Assert.Contains("waits to be read again", page);
        var digest = await Eventually.Async(async () =>
            (await site.Get<IDigestTable>().FindAsync(id, default))!.Value is { IsSettled: true } read && read.StoredAt > before
                ? read
                : null);
        Assert.Null(digest.AgainAskedAt);
        Assert.DoesNotContain("waits to be read again", (await site.GetAsync($"/operation?code={Key}")).Text);
    }

    [Fact]
    public async Task What_failed_too_often_is_handed_to_its_function_again()
    {
        var email = SiteFixture.NewAddress();
        var poison = site.Get<QueueServiceClient>().GetQueueClient(SignUp.Queue + "-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(
            $$"""{"version":1,"email":"{{email}}","topics":["robots"],"hour":7,"zone":"Etc/UTC","weekly":false,"papers":8}""");
        var (_, before) = await site.GetAsync($"/operation?code={Key}");
        Assert.Contains("what failed in sign-ups", before);

        Assert.Contains("1 message failed too often in sign-ups", before);
        var page = await site.FollowAsync($"/operation/retry?code={Key}", ("do", "poison"), ("target", SignUp.Queue));
        Assert.Contains("1 message is tried again.", page);
        Assert.Contains("confirm", (await site.NextMailAsync(email)).Subject, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_digest_is_deleted_with_the_papers_that_it_alone_brought()
    {
        var alone = await site.DropTitlesAsync("Otter ladders of the estuary", "Kelp barometers");
        var shared = await site.DropAsync(await site.FileAsync("again.md",
            "- **Kelp barometers** - Ada Example, Ben Sample. They measure.\n"));
        Assert.True(shared[0].HasPapers);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync($"/operation/retry?code={Key}", ("do", "delete"), ("target",
            alone.Id))).Status);
        var (_, before) = await site.GetAsync($"/operation/digest?code={Key}&target={alone.Id}");
        Assert.Contains("Otter ladders of the estuary", before);

        var page = await site.FollowAsync($"/operation/retry?code={Key}", ("do", "delete"), ("target", alone.Id), ("sure", "yes"));
        Assert.Equal("1", System.Text.RegularExpressions.Regex.Match(page, "Papers that went with it: ([0-9]+)").Groups[1].Value);
        Assert.Null(await site.Get<IDigestTable>().FindAsync(alone.Id, default));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/digests/{alone.Id}")).Status);
        Assert.DoesNotContain("Otter ladders", (await site.GetAsync("/search?q=%22otter+ladders%22")).Text.Replace("otter ladders", "",
            StringComparison.Ordinal));
        Assert.Contains("Kelp barometers", (await site.GetAsync($"/digests/{shared[0].Id}")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync($"/operation/retry?code={Key}", ("do", "delete"), ("target",
            alone.Id), ("sure", "yes"))).Status);
    }

    [Fact]
    public async Task A_deleted_digest_leaves_no_name_of_its_papers_behind()
    {
        var digest = Assert.Single(await site.DropAsync(await site.FileAsync("two-titles.jsonl", """
            {"title": "Heron clocks", "arxiv_id": "2611.04321", "abstract": "They stand."}
            {"title": "Clocks that herons keep, revisited", "arxiv_id": "2611.04321", "abstract": "They stand still."}
            """)));
        Paper[] named = [new() { Title = "Heron clocks", ArxivId = "2611.04321" }, new() { Title = "Clocks that herons keep, revisited" }];
        var names = named.SelectMany(PaperKey.Of).Select(key => key.ToId()).ToHashSet();
        Assert.Equal(names.Count, (await site.Get<IPaperTable>().FindAsync(names, default)).Count);
        await site.FollowAsync($"/operation/retry?code={Key}", ("do", "delete"), ("target", digest.Id), ("sure", "yes"));
        Assert.Empty(await site.Get<IPaperTable>().FindAsync(names, default));
    }

    [Fact]
    public async Task What_could_not_be_read_is_shown_to_the_operator_and_to_nobody_else()
    {
        var digest = (await site.DropAsync(await site.FileAsync("secret-plans.txt", "x")))[0];
        Assert.False(digest.HasPapers);
        Assert.DoesNotContain("secret-plans", (await site.GetAsync("/digests")).Text);
        var (status, page) = await site.GetAsync($"/digests/{digest.Id}");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("secret-plans", page);
        Assert.Contains("secret-plans", (await site.GetAsync($"/operation/digests?code={Key}&state={digest.State}")).Text);
        Assert.Contains("secret-plans", (await site.GetAsync($"/operation/digest?code={Key}&target={digest.Id}")).Text);
    }

    [Fact]
    public async Task The_front_counts_what_was_sent_and_voted()
    {
        var subscriber = await site.EnrolAsync("language models");
        var edition = await site.SendNowAsync(subscriber);
        await site.PostAsync("/vote", ("t", site.Get<SubscriberLinks>().VoteToken(subscriber, edition.Picks[0].Paper)), ("v", "1"));
        var (_, page) = await site.GetAsync($"/operation?code={Key}");
        Assert.Matches("<dt>Mails sent</dt><dd>[1-9]", page);
        Assert.Matches("<dt>Papers</dt><dd>[1-9]", page);
        Assert.Matches("(?s)id=\"c-votes-name\".*class=\"s0\"", page);
        Assert.DoesNotContain("<dd>…", page);
    }

    [Fact]
    public async Task A_delivery_leads_to_the_edition_as_it_was_sent_and_a_person_to_the_next_one()
    {
        var subscriber = await site.EnrolAsync("language models");
        var mail = $"/operation/preview?code={Key}&target={subscriber.Id}";
        var preview = (await site.GetAsync(mail + "&as=text")).Text;
        var sent = await site.SendNowAsync(subscriber);
        Assert.StartsWith($"Subject: {sent.Subject}", preview);
        Assert.All(sent.Picks, p => Assert.Contains(p.Title, preview));

        Assert.Contains($"edition={sent.EditionKey}",
            (await site.GetAsync($"/operation/deliveries?code={Key}&target={subscriber.Id}")).Text);
        Assert.DoesNotContain(sent.EditionKey,
            (await site.GetAsync($"/operation/deliveries?code={Key}&target={subscriber.Id}&state=Failed")).Text);
        var (_, again) = await site.GetAsync($"/operation/edition?code={Key}&target={subscriber.Id}&edition={sent.EditionKey}&as=text");
        Assert.StartsWith($"Subject: {sent.Subject}", again);
        Assert.All(sent.Picks, p => Assert.Contains(p.Title, again));
        var link = System.Text.RegularExpressions.Regex.Match(again, @"More like this: \S+\?(?<query>\S+)").Groups["query"].Value;
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/vote?" + link)).Status); // looking cannot act for them
        var next = (await site.GetAsync(mail + "&as=text")).Text;
        Assert.All(sent.Picks, p => Assert.DoesNotContain(p.Title, next));
        Assert.Equal(HttpStatusCode.NotFound,
            (await site.GetAsync($"/operation/edition?code={Key}&target={subscriber.Id}&edition=2020-01-01")).Status);
    }

    [Theory]
    [InlineData("digest", "none")]
    [InlineData("digest", "ffffffffffffffffffffffffffffffff")]
    [InlineData("poison", "other-queue")]
    [InlineData("nonsense", "x")]
    public async Task A_retry_of_what_is_not_there_says_so(string action, string target)
    {
        var (status, page) = await site.PostAsync($"/operation/retry?code={Key}", ("do", action), ("target", target));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("class=\"trouble\"", page);
    }

    [Fact]
    public async Task A_preview_is_the_mail_itself_and_may_do_nothing_in_the_browser()
    {
        using var answer = await site.Http.GetAsync($"/operation/preview?code={Key}&topics=language+models&size=3");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("language models", await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("Subject: ", (await site.GetAsync($"/operation/preview?code={Key}&topics=language+models&size=3&as=text")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync($"/operation/preview?code={Key}&topics=&size=3")).Status);
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task Its_forms_stand_hostile_text(string name, string text)
    {
        foreach (var address in new[] { "/operation/retry", "/operation/digests" })
        {
            var (status, page) = await site.PostAsync($"{address}?code={Key}", ("do", text), ("target", text), ("file", text));
            Assert.True(status == HttpStatusCode.BadRequest, $"{name} at {address}: {status}");
            Hostile.AssertHarmless(page, address);
        }

        var (preview, mail) = await site.GetAsync($"/operation/preview?code={Key}&size=2&topics={Uri.EscapeDataString(text)}");
        Assert.True(preview is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name} in the preview: {preview}");
        Hostile.AssertHarmless(mail, "the preview");
    }
}
