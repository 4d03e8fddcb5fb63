using Microsoft.Playwright;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Tests.Structure;

namespace PaperFunctions.LocalTests.Web;

/// <summary>A reader in a browser: from the mail to a vote, back, to a search, and out; and in again by a mailed link.</summary>
[Collection(SiteCollection.Name)]
public sealed class ReaderLifeTests(SiteFixture site)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_vote_from_the_mail_is_taken_back_on_the_page_and_the_reader_signs_out(bool script)
    {
        var subscriber = await site.EnrolAsync("language models");
        await site.SendNowAsync(subscriber);
        var mail = await site.NextMailAsync(subscriber.Email);
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web, script: script);
        await page.GotoAsync(SiteFixture.LinkIn(mail, "/deliveries"));
        var first = page.Locator("main li[id^='e-']").First;
        await first.GetByRole(AriaRole.Button, new() { Name = "More like this" }).ClickAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = "More like this" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Search", Exact = true }).ClickAsync();
        await page.Locator("#q").FillAsync("language");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "More like this" }).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        await page.GotoAsync("/search?q=language");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "More like this" }).CountAsync());
    }

    [BrowserFact]
    public async Task A_reader_without_a_link_signs_in_by_mail()
    {
        var subscriber = await site.EnrolAsync("language models");
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox).FillAsync(subscriber.Email);
        await page.Locator("main").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your mail" })).ToBeVisibleAsync();
        await page.GotoAsync(SiteFixture.LinkIn(await site.NextMailAsync(subscriber.Email), "/sign-in"));
        await Assertions.Expect(page.GetByText(subscriber.Email)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Topics_are_completed_while_typing_and_one_without_papers_says_so()
    {
        await site.DropTitlesAsync("Sponge reefs of the north", "The sponge reefs at dusk");
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web);
        await page.GotoAsync("/");
        var topics = page.GetByLabel("Your topics");
        await topics.PressSequentiallyAsync("zeppelin husbandry");
        await Assertions.Expect(page.GetByText("No paper of the last 7 days has \"zeppelin husbandry\".")).ToBeVisibleAsync();
        Assert.NotEmpty((await site.GetAsync("/topics?q=")).Text);
    }

    [Fact]
    public async Task The_first_edition_comes_at_once_where_it_is_asked_for_and_only_once()
    {
        var subscriber = await site.EnrolAsync("language models");
        var welcome = $"/welcome?t={await site.ManageTokenAsync(subscriber)}";
        Assert.Contains("Mail me this edition now", (await site.GetAsync(welcome)).Text);
        var token = await site.ManageTokenAsync(subscriber);
        Assert.Contains("on its way", await site.FollowAsync("/welcome", ("t", token)));
        await site.FollowAsync("/welcome", ("t", token));
        await site.NextMailAsync(subscriber.Email);
        await Task.Delay(500);
        Assert.Single(await site.MailToAsync(subscriber.Email));
        Assert.DoesNotContain("Mail me this edition now", (await site.GetAsync(welcome)).Text);
    }
}
