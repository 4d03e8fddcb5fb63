using System.Net;
using System.Text.Json;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Taste;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>What is kept of people is reported, and can be carried away whole.</summary>
[Collection(SiteCollection.Name)]
public sealed class PrivacyTests(SiteFixture site)
{
    [Fact]
    public async Task The_page_says_what_is_kept_and_how_long_by_the_settings()
    {
        var (status, page) = await site.GetAsync("/privacy");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(["Kept: 90 days.", "Kept: 365 days.", "Kept: 35 days.", "Kept: 30 days.", "never confirmed: 7 days"],
            time => Assert.Contains(time, page));
        Assert.Contains("href=\"/privacy\"", (await site.GetAsync("/")).Text);
    }

    [Fact]
    public async Task The_export_holds_everything_that_is_kept_of_a_reader()
    {
        var subscriber = await site.EnrolAsync("language models");
        var edition = await site.SendNowAsync(subscriber);
        await site.Get<IVoteTable>().PutAsync(subscriber.Id, new Vote(edition.Picks[0].Paper, 1, DateTimeOffset.UtcNow), default);
        await site.Get<IMailEventTable>().PutAsync(
            new ReturnedMail(Guid.NewGuid().ToString("N"), subscriber.Id, MailEventKind.Blocked, "452 mailbox full",
                DateTimeOffset.UtcNow), default);

        var (_, file) = await site.GetAsync($"/taste.json?t={site.Get<SubscriberLinks>().ManageToken(subscriber)}");
        using var json = JsonDocument.Parse(file);
        var kept = json.RootElement.GetProperty("kept");
        foreach (var property in typeof(Subscriber).GetProperties())
        {
            Assert.True(kept.GetProperty("account").TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(property.Name), out _),
                property.Name);
        }

        Assert.Equal(subscriber.Email, kept.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal(edition.EditionKey, kept.GetProperty("editions")[0].GetProperty("editionKey").GetString());
        Assert.Equal(edition.Picks[0].Title, kept.GetProperty("editions")[0].GetProperty("picks")[0].GetProperty("title").GetString());
        Assert.Equal(edition.Picks[0].Paper.Value, kept.GetProperty("votes")[0].GetProperty("paper").GetProperty("value").GetString());
        Assert.Equal("452 mailbox full", kept.GetProperty("returnedMail")[0].GetProperty("reason").GetString());

        // It is still a taste file, to be imported elsewhere.
        var other = await site.EnrolAsync("robots");
        var imported = await site.Get<ImportTaste>().RunAsync(other, System.Text.Encoding.UTF8.GetBytes(file), "taste.json", default);
        Assert.Equal((1, 1), (imported.Papers, imported.Interests));
    }
}
