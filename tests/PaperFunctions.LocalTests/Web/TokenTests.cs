using System.Net;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>Tokens open what they were made for, and nothing else.</summary>
[Collection(SiteCollection.Name)]
public sealed class TokenTests(SiteFixture site)
{
    private static readonly (string Path, LinkPurpose Purpose)[] Pages =
    [
        ("/confirm", LinkPurpose.Confirm), ("/preferences", LinkPurpose.Manage), ("/deliveries", LinkPurpose.Manage),
        ("/taste.json", LinkPurpose.Manage), ("/unsubscribe", LinkPurpose.Unsubscribe), ("/vote", LinkPurpose.Vote),
    ];

    [Fact]
    public async Task A_token_of_another_purpose_expired_tampered_cut_or_of_nobody_opens_no_page_and_changes_nothing()
    {
        var subscriber = await site.EnrolAsync("language models");
        var before = await site.FindAsync(subscriber);
        foreach (var (path, purpose) in Pages)
        {
            foreach (var (what, token) in Bad(subscriber.Id, purpose))
            {
                var (status, page) = await site.GetAsync($"{path}?t={Uri.EscapeDataString(token)}");
                Assert.True(status == HttpStatusCode.Forbidden, $"GET {path} with a token that is {what}: {status}");
                Assert.DoesNotContain(subscriber.Email, page);
                if (path is "/deliveries" or "/taste.json")
                {
                    continue;
                }

                var posted = await site.PostAsync($"{path}?t={Uri.EscapeDataString(token)}", ("t", token), ("v", "1"), ("do", "delete"),
                    ("sure", "yes"));
                Assert.True(posted.Status == HttpStatusCode.Forbidden, $"POST {path} with a token that is {what}: {posted.Status}");
                Assert.True(posted.Text.Contains("Nothing was changed.", StringComparison.Ordinal)
                    || token.Length == 0, $"POST {path}, {what}");
            }
        }

        Assert.Equivalent(before, await site.FindAsync(subscriber));
        Assert.Empty(await site.Get<IVoteTable>().ReadAsync(subscriber.Id, default).ToListAsync());
    }

    [Fact]
    public async Task Pages_behind_a_token_are_kept_by_nobody_and_send_no_address_on()
    {
        var subscriber = await site.EnrolAsync("language models");
        foreach (var (path, purpose) in Pages.Where(p => p.Purpose != LinkPurpose.Vote))
        {
            using var answer = await site.Http.GetAsync($"{path}?t={Sign(subscriber.Id, purpose)}");
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal(purpose == LinkPurpose.Manage, answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task The_answer_to_a_sign_up_is_the_same_for_a_known_and_a_new_address()
    {
        var known = await site.EnrolAsync("language models");
        var first = await SubscribeAsync(known.Email);
        var second = await SubscribeAsync(SiteFixture.NewAddress());
        Assert.Equal(first, second);

        Task<(HttpStatusCode, string)> SubscribeAsync(string email) => site.PostAsync(
            "/subscribe", ("email", email), ("topics", "robots"), ("hour", "7"), ("zone", "Etc/UTC"), ("cadence", "daily"), ("size", "8"));
    }

    [Fact]
    public async Task A_link_signed_with_the_key_before_still_works_and_one_of_a_stranger_does_not()
    {
        var subscriber = await site.EnrolAsync("language models");
        var ours = site.Get<IOptions<SiteOptions>>().Value;
        var older = Signer(Convert.ToBase64String(new byte[32]));
        Assert.NotNull(Signer(ours.SigningKey, Convert.ToBase64String(new byte[32]))
            .Check(Token(older, subscriber.Id), LinkPurpose.Manage));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync($"/preferences?t={Token(older, subscriber.Id)}")).Status);

        static LinkSigner Signer(string key, string previous = "") =>
            new(Options.Create(new SiteOptions { SigningKey = key, PreviousSigningKey = previous }), TimeProvider.System);

        static string Token(LinkSigner signer, string id) =>
            signer.Sign(new LinkToken(LinkPurpose.Manage, id, DateTimeOffset.UtcNow.AddDays(1)));
    }

    private IEnumerable<(string What, string Token)> Bad(string id, LinkPurpose purpose)
    {
        foreach (var other in Enum.GetValues<LinkPurpose>().Where(p => p != purpose))
        {
            yield return ($"for {other}", Sign(id, other));
        }

        var good = Sign(id, purpose);
        yield return ("expired", Sign(id, purpose, TimeSpan.FromHours(-2)));
        yield return ("tampered with", (good[0] == 'B' ? 'C' : 'B') + good[1..]);
        yield return ("tampered with at the end", good[..^2] + (good[^2] == 'A' ? "BA" : "AA"));
        yield return ("cut", good[..^1]);
        yield return ("of nobody", Sign(new string('e', 32), purpose));
        yield return ("empty", "");
        yield return ("hostile", "\"><script>1</script>\r\nSet-Cookie: a=b");
    }

    private string Sign(string id, LinkPurpose purpose, TimeSpan? life = null) => site.Get<LinkSigner>().Sign(new LinkToken(
        purpose, id, DateTimeOffset.UtcNow + (life ?? TimeSpan.FromDays(180)), purpose == LinkPurpose.Vote
            ? new PaperId(new string('a', 32))
            : null));
}
