using System.Net;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The operator finds, adds, pauses and removes people.</summary>
[Collection(SiteCollection.Name)]
public sealed class PeopleTests(SiteFixture site)
{
    private string Key => site.Stack.Secrets.FunctionKey;

    [Fact]
    public async Task A_person_is_found_paused_resumed_and_removed_and_loading_anew_repeats_nothing()
    {
        var person = await site.EnrolAsync("language models");
        Assert.Contains(person.Email, await ListAsync($"&q={person.Email}"));
        Assert.Contains("0 people", await ListAsync("&q=nobody-at-all"));
        Assert.Contains("0 people", await ListAsync($"&q={person.Email}&state=Pending"));

        Assert.Contains("Paused for 30 days", await ActAsync(person, "pause"));
        Assert.NotNull((await site.FindAsync(person))!.Plan.PausedUntil);
        Assert.Contains("Editions come again", await ActAsync(person, "resume"));
        Assert.Null((await site.FindAsync(person))!.Plan.PausedUntil);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(person, "delete")).Status);
        Assert.NotNull(await site.FindAsync(person));
        Assert.Contains("is deleted", await ActAsync(person, "delete", ("sure", "yes")));
        Assert.Null(await site.FindAsync(person));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(person, "pause")).Status);
    }

    [Fact]
    public async Task Somebody_who_is_added_is_asked_to_confirm_and_can_be_asked_again()
    {
        var email = SiteFixture.NewAddress();
        Assert.Equal(HttpStatusCode.BadRequest,
            (await site.PostAsync($"/operation/people?code={Key}", ("do", "add"), ("email", "none"), ("topics", "robots"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther,
            (await site.PostAsync($"/operation/people?code={Key}", ("do", "add"), ("email", email), ("topics", "robots"))).Status);
        await site.NextMailAsync(email);
        var person = await site.ByAddressAsync(email);
        Assert.Equal(SubscriberState.Pending, person.State);
        await ActAsync(person, "resend");
        Assert.NotEmpty(SiteFixture.LinkIn(await site.NextMailAsync(email, after: 1), "/confirm"));
    }

    [Fact]
    public async Task All_people_can_be_carried_away_and_nobody_sees_them_without_the_key()
    {
        var person = await site.EnrolAsync("language \"models\"");
        var (_, file) = await site.GetAsync($"/operation/people.csv?code={Key}");
        Assert.Contains($"\"{person.Email}\",\"active\",\"language \"\"models\"\"\",", file);
        foreach (var path in new[] { "/operation/people", "/operation/people.csv", "/operator/people", "/operator/people.csv" })
        {
            Assert.DoesNotContain(person.Email, (await site.GetAsync(path)).Text);
        }
    }

    private async Task<string> ListAsync(string query) => (await site.GetAsync($"/operation/people?code={Key}{query}")).Text;

    private Task<(HttpStatusCode Status, string Text)> PostAsync(Subscriber person, string action, params (string, string)[] more) =>
        site.PostAsync($"/operation/people?code={Key}", [("do", action), ("target", person.Id), .. more]);

    private async Task<string> ActAsync(Subscriber person, string action, params (string, string)[] more)
    {
        using var answer = await site.Http.PostAsync($"/operation/people?code={Key}", new FormUrlEncodedContent(
            [new("do", action), new("target", person.Id), .. more.Select(m => KeyValuePair.Create(m.Item1, m.Item2))]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return (await site.GetAsync(answer.Headers.Location!.OriginalString)).Text;
    }
}
