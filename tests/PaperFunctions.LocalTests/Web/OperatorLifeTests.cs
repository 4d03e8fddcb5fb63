using System.Diagnostics;
using Microsoft.Playwright;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Structure;
using Xunit.Abstractions;

namespace PaperFunctions.LocalTests.Web;

/// <summary>An operator brings 5,000 readers along, finds one of them, looks at their next edition, pauses them, and removes
/// them.</summary>
[Collection(SiteCollection.Name)]
public sealed class OperatorLifeTests(SiteFixture site, ITestOutputHelper output)
{
    private const int People = 5_000;

    private string Key => site.Stack.Secrets.FunctionKey;

    [BrowserFact]
    public async Task Five_thousand_are_imported_and_one_of_them_is_found_previewed_paused_and_removed()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        var before = await site.CountSubscribersAsync();
        var page = await Browser.OpenAsync(site.Stack.Addresses.Web);
        await page.GotoAsync($"/operation?code={Key}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import people" }).ClickAsync();
        var took = Stopwatch.StartNew();
        await ImportAsync(page, mark);
        output.WriteLine($"{People:N0} people were added in {took.Elapsed.TotalSeconds:F0} s.");
        Assert.Equal(before + People, await site.CountSubscribersAsync());
        Assert.Empty(await site.MailToAsync($"r17-{mark}@example.org"));

        await ImportAsync(page, mark, again: true);
        Assert.Equal(before + People, await site.CountSubscribersAsync());

        var person = await site.ByAddressAsync($"r17-{mark}@example.org");
        Assert.Equal((SubscriberState.Active, "language models"), (person.State, person.Interests.Single().Text));
        await FindAsync(page, person.Email);
        await PreviewAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause 30 days" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Paused for 30 days")).ToBeVisibleAsync();
        await FindAsync(page, person.Email);
        await page.GetByText("Remove: ").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete everything about them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("is deleted")).ToBeVisibleAsync();
        Assert.Null(await site.FindAsync(person));
        await RemoveOthersAsync(mark);
    }

    private static async Task ImportAsync(IPage page, string mark, bool again = false)
    {
        var rows = Enumerable.Range(0, People).Select(i => $"r{i}-{mark}@example.org,language models,Confirmed {2020 + (i % 6)}\n");
        var file = System.Text.Encoding.UTF8.GetBytes("Email Address,Topics,CONFIRM_TIME\n" + string.Concat(rows) + "nobody,kelp,\n");
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "subscribed.csv", MimeType = "text/csv", Buffer = file });
        await page.GetByLabel("They have agreed already").CheckAsync();
        await page.GetByLabel("Where and when they agreed").FillAsync("Signed up on the library's page, 2020 to 2025.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        var newest = page.Locator("#imports article").First;
        await Assertions.Expect(newest.GetByRole(AriaRole.Status)).ToContainTextAsync(
            again ? "0 added, 5,000 here already, 1 row refused" : "5,000 added, 0 here already, 1 row refused",
                new() { Timeout = 180_000 });
        await newest.GetByText("Refused rows").ClickAsync();
        await Assertions.Expect(newest.GetByRole(AriaRole.Row, new() { Name = "5,002 It has no valid mail address." })).ToBeVisibleAsync();
    }

    private async Task FindAsync(IPage page, string email)
    {
        await page.GotoAsync($"/operation/people?code={Key}");
        await page.GetByLabel("Part of an address").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 person" })).ToBeVisibleAsync();
    }

    private static async Task PreviewAsync(IPage page)
    {
        var preview = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link,
            new() { Name = "Preview" }).ClickAsync());
        await Assertions.Expect(preview.GetByText("papers for you")).ToBeVisibleAsync();
        await preview.CloseAsync();
    }

    /// <summary>The site is shared with other tests.</summary>
    private async Task RemoveOthersAsync(string mark)
    {
        var table = site.Get<PaperFunctions.Flow.Subscribers.Plans.ISubscriberTable>();
        var due = site.Get<PaperFunctions.Flow.Subscribers.Plans.IDueTable>();
        var addresses = site.Get<PaperFunctions.Flow.Subscribers.Accounts.AddressHash>();
        var left = await table.ListAsync(default).Where(s => s.Email.Contains(mark)).ToListAsync();
        await Parallel.ForEachAsync(left, async (one, token) =>
        {
            await due.RemoveAsync(new(one.Id, one.NextDue ?? default, ""), token);
            await table.DeleteAsync(one.Id, token);
            await table.ReleaseAddressAsync(addresses.Of(one.Email), token);
        });
    }
}
