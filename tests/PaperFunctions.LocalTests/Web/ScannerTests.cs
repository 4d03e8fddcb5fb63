using System.Net;
using System.Text.RegularExpressions;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>Programs that look at mail before its reader does.</summary>
[Collection(SiteCollection.Name)]
public sealed partial class ScannerTests(SiteFixture site)
{
    [Fact]
    public async Task Following_every_link_of_every_mail_changes_nothing()
    {
        var email = SiteFixture.NewAddress();
        await site.Get<SignUpSubscriber>().RunAsync(new SignUp(1, email, ["language models"], 7, "Etc/UTC", false, 8), default);
        await FollowAsync(await site.NextMailAsync(email));
        Assert.Equal(SubscriberState.Pending, (await site.ByAddressAsync(email)).State);

        var subscriber = await site.EnrolAsync("language models");
        await site.SendNowAsync(subscriber);
        var before = await site.FindAsync(subscriber);
        await FollowAsync(await site.NextMailAsync(subscriber.Email));
        Assert.Equivalent(before, await site.FindAsync(subscriber));
        Assert.Empty(await site.Get<IVoteTable>().ReadAsync(subscriber.Id, default).ToListAsync());
    }

    [Fact]
    public async Task Pressing_every_button_of_an_edition_is_not_learned_from()
    {
        await site.DropTitlesAsync([.. Enumerable.Range(1, VoteBursts.Size + 1)
            .Select(i => $"Language models that forget what they scanned, part {i}: {new string((char)('a' + i), 9)}")]);
        var subscriber = await site.EnrolAsync("language models");
        await site.SendNowAsync(subscriber);
        foreach (var link in Links(await site.NextMailAsync(subscriber.Email)).Where(l => l.Contains("/vote?")))
        {
            var (status, _) = await site.PostAsync("/vote", ("t", link.Split("t=")[1].Split('&')[0]),
                ("v", link.EndsWith("up") ? "1" : "-1"));
            Assert.Equal(HttpStatusCode.OK, status);
        }

        var votes = await site.Get<IVoteTable>().ReadPapersAsync(site.Get<IPaperTable>(), subscriber.Id, default);
        Assert.True(votes.All.Count >= VoteBursts.Size);
        Assert.Empty(votes.Learned);
    }

    private async Task FollowAsync(ReceivedMail mail)
    {
        var links = Links(mail);
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
            {
                using var answer = await site.Http.SendAsync(new HttpRequestMessage(method, link));
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{method} {link}: {answer.StatusCode}");
            }
        }
    }

    /// <summary>Links to the site, of both forms of a mail and of its headers.</summary>
    private List<string> Links(ReceivedMail mail) =>
        [.. Address().Matches(WebUtility.HtmlDecode($"{mail.Html}\n{mail.Text}\n{string.Join('\n', mail.Headers.Values)}"))
            .Select(m => m.Value)
            .Where(a => a.StartsWith(site.Stack.Addresses.Web, StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex("https?://[^\\s\"<>]+")]
    private static partial Regex Address();
}
