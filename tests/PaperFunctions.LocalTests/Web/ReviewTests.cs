using System.Net;
using System.Text;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The operator accepts, refuses, and settles formats, over the whole product.</summary>
[Collection(SiteCollection.Name)]
public sealed class ReviewTests(SiteFixture site)
{
    /// <summary>Set to a folder to keep a picture of the operator's page.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAPERFUNCTIONS_PICTURES");

    private string Key => site.Stack.Secrets.FunctionKey;

    [Fact]
    public async Task What_is_accepted_is_found_and_mailed_and_nothing_before()
    {
        var digest = await DropAsync("walks.csv.txt",
            "title,link\nA walk to the lighthouse,https://example.org/w1\nA walk by the canal,https://example.org/w2\n");
        Assert.Equal((DigestState.NeedsReview, 2), (digest.State, digest.Receipt.Entries));
        Assert.Empty(await site.Get<IDigestTable>().EntriesAsync(digest.ListId, default).ToListAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/digests/{digest.Id}")).Status);
        Assert.DoesNotContain("walks.csv.txt", (await site.GetAsync("/digests")).Text);

        var (status, page) = await site.GetAsync($"/operation?code={Key}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("A walk to the lighthouse", page);
        Assert.Contains(digest.SeenAs, page);
        await KeepAsync();

        Assert.Contains("is accepted", await FollowAsync(("do", "accept"), ("target", digest.SeenAs)));
        digest = await UntilAsync(digest.Id, d => d.State == DigestState.Indexed);
        Assert.Equal(2, digest.NewPapers);
        Assert.Contains("A walk to the lighthouse", (await site.GetAsync("/search?q=%22walk+to+the+lighthouse%22")).Text);
    }

    [Fact]
    public async Task What_is_refused_stays_out_and_a_decision_for_something_else_is_not_taken()
    {
        var digest = await DropAsync("cakes.csv.txt",
            "title,link\nA cake for Tuesday,https://example.org/c1\nA cake of carrots,https://example.org/c2\n");
        var (status, page) = await PostAsync(("do", "accept"), ("target", digest.SeenAs + "0"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("has changed since it was shown", page);

        Assert.Contains("is refused", await FollowAsync(("do", "refuse"), ("target", digest.SeenAs)));
        Assert.Equal(DigestState.Refused, (await UntilAsync(digest.Id, d => d.IsSettled)).State);
        Assert.DoesNotContain("A cake for Tuesday", (await site.GetAsync("/search?q=carrots")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(("do", "accept"), ("target", digest.SeenAs))).Status);
    }

    [Fact]
    public async Task A_quarantined_digest_is_read_again_as_the_format_that_was_chosen()
    {
        var digest = await DropAsync("chairs.txt", "title,price,stock\nA red chair,12,3\nA blue chair,14,1\n");
        Assert.Equal(DigestState.Quarantined, digest.State);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(("do", "read-as"), ("target", digest.Id), ("format", "papyrus"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await PostAsync(("do", "read-as"), ("target", new string('f', 32)), ("format", "csv"))).Status);

        Assert.Contains("waits to be read again", await FollowAsync(("do", "read-as"), ("target", digest.Id), ("format", "csv")));
        digest = await UntilAsync(digest.Id, d => d.State == DigestState.NeedsReview);
        Assert.Equal(("csv", 2), (digest.FormatOverride, digest.Receipt.Entries));
    }

    private Task<(HttpStatusCode Status, string Text)> PostAsync(params (string Name, string Value)[] fields) =>
        site.PostAsync($"/operation/retry?code={Key}", fields);

    private Task<string> FollowAsync(params (string Name, string Value)[] fields) => site.FollowAsync($"/operation/retry?code={Key}",
        fields);

    private async Task<Digest> DropAsync(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("papers-review-").FullName;
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, text, Encoding.UTF8);
        var digest = (await site.DropAsync(file))[0];
        Directory.Delete(folder, recursive: true);
        return digest;
    }

    private Task<Digest> UntilAsync(string id, Func<Digest, bool> done) => Eventually.Async(async () =>
        await site.Get<IDigestTable>().FindAsync(id, default) is { Value: var digest } && done(digest) ? digest : null);

    private async Task KeepAsync()
    {
        if (Pictures is not null)
        {
            var page = await Browser.OpenAsync(site.Stack.Addresses.Web, 1280);
            await page.GotoAsync($"/operation?code={Key}");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "review-1280.png"), FullPage = true });
        }
    }
}
