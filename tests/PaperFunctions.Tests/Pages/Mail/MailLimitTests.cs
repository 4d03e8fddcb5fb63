using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Pages.Mail;

namespace PaperFunctions.Tests.Pages.Mail;

/// <summary>Our mails use nothing that Outlook or Gmail does not know, but where something stands in for it.</summary>
public sealed class MailLimitTests
{
    private static readonly SenderView Sender = new("PaperFunctions", "PaperFunctions, 1 Sample Street, 00000 Sampletown");

    private static readonly DateTimeOffset At = new(2031, 5, 16, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Mails => ["edition", "edition-empty", "confirmation", "sign-in", "goodbye", "paused"];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Every_declaration_is_known_and_what_a_client_lacks_has_a_stand_in(string mail)
    {
        var page = Rendering.Parse(await HtmlAsync(mail));
        var declarations = page.QuerySelectorAll("[style]").SelectMany(e => Declarations(e.GetAttribute("style")!))
            .Concat(page.QuerySelectorAll("style").SelectMany(s => Rules(s.TextContent)).SelectMany(Declarations)).Distinct().ToList();
        Assert.NotEmpty(declarations);
        Assert.All(declarations, d =>
        {
            Assert.True(ClientLimits.Properties.TryGetValue(d.Property, out var limit), $"Nobody looked up '{d.Property}'.");
            var lacks = new[] { limit!.OutlookOnWindows, limit.Outlook, limit.Gmail }.Any(s => s != Support.Yes);
            Assert.True(!lacks || limit.Stand.Length > 0, $"'{d.Property}' has no stand-in.");
        });
        Assert.All(declarations.Where(d => d.Property == "display"), d => Assert.Contains(d.Value, ClientLimits.Displays));
        Assert.All(declarations.Where(d => d.Property == "margin"), d => Assert.DoesNotMatch("-[0-9]|auto", d.Value));
        Assert.All(declarations.Where(d => d.Property == "font-size"), d => Assert.Matches("^[0-9]+px$", d.Value));
        Assert.All(declarations.Where(d => d.Property == "background"), d => Assert.Matches("^#[0-9a-f]{6}$", d.Value));
        Assert.All(declarations, d => Assert.DoesNotMatch(@"var\(|calc\(|url\(|\brem\b|\bvw\b", d.Value));
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Every_element_is_shown_by_both_and_layout_stands_in_tables(string mail)
    {
        var page = Rendering.Parse(await HtmlAsync(mail));
        Assert.All(page.All, e => Assert.Contains(e.LocalName, ClientLimits.Elements));
        Assert.All(page.QuerySelectorAll("a[style]"), a => Assert.DoesNotContain("padding", a.GetAttribute("style"),
            StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("div[style], span[style]"), e => Assert.DoesNotMatch("width|padding|margin",
            e.GetAttribute("style")!.Replace("max-height", "", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("[style*=max-width]"), e => Assert.IsType<IElement>(e.Closest("table"), exactMatch: false));
        Assert.Equal(1, Regex.Count(page.DocumentElement.OuterHtml,
            Regex.Escape("<!--[if mso]><table role=\"presentation\" width=\"600\"")));
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task What_must_hold_stands_inline_and_gmail_takes_each_style_block(string mail)
    {
        var page = Rendering.Parse(await HtmlAsync(mail));
        Assert.All(page.QuerySelectorAll("style"), s => Assert.True(s.TextContent.Length < ClientLimits.GmailStyles));
        var attributes = page.QuerySelectorAll("style").Where(s => s.TextContent.Contains("[data-", StringComparison.Ordinal)).ToList();
        Assert.All(attributes, s => Assert.DoesNotContain("@media", s.TextContent,
            StringComparison.Ordinal)); // Gmail may drop a block for one such selector.
        Assert.All(page.QuerySelectorAll("td.c, td.s"), cell => Assert.Contains("color:", cell.GetAttribute("style"),
            StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Contains("color:", a.GetAttribute("style"), StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("table:not([cellpadding][cellspacing][role=presentation])"));
    }

    [Theory]
    [InlineData("display:flex")]
    [InlineData("position:absolute;left:0")]
    [InlineData("float:left")]
    public void A_declaration_that_outlook_lacks_would_be_found(string style) =>
        Assert.Contains(Declarations(style),
            d => !ClientLimits.Properties.ContainsKey(d.Property) || (d.Property == "display" && !ClientLimits.Displays.Contains(d.Value)));

    private static IEnumerable<string> Rules(string sheet) => Regex.Matches(sheet,
        @"\{(?<rule>[^{}]*)\}").Select(m => m.Groups["rule"].Value);

    private static IEnumerable<(string Property, string Value)> Declarations(string style) => style.Split(';',
        StringSplitOptions.RemoveEmptyEntries)
        .Select(d => d.Split(':', 2)).Where(d => d.Length == 2).Select(d => (d[0].Trim(), d[1].Replace("!important", "",
            StringComparison.Ordinal).Trim()));

    private static async Task<string> HtmlAsync(string mail)
    {
        var notices = new RazorNoticeRenderer(Rendering.Components);
        return mail switch
        {
            "edition" => (await Rendering.MailAsync(SampleEdition.Typical)).Html,
            "edition-empty" => (await Rendering.MailAsync(SampleEdition.Typical with { Picks = [], Others = 0 })).Html,
            "confirmation" => (await notices.RenderAsync(new ConfirmationView(Sender, "https://papers.example/confirm?t=token", At,
                "every day at 07:00"), default)).Html,
            "sign-in" => (await notices.RenderAsync(new SignInMailView(Sender, "https://papers.example/sign-in?t=token", At),
                default)).Html,
            "goodbye" => (await notices.RenderAsync(new GoodbyeView(Sender, false, "https://papers.example/"), default)).Html,
            _ => (await notices.RenderAsync(
                new PausedView(Sender, new DateOnly(2031, 6, 1), "https://papers.example/preferences?t=token",
                    "https://papers.example/unsubscribe?t=token"), default)).Html,
        };
    }
}
