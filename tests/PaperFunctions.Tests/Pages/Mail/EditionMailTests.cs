
namespace PaperFunctions.Tests.Pages.Mail;

public sealed class EditionMailTests
{
    [Fact]
    public async Task A_typical_edition_is_as_approved()
    {
        var mail = await Rendering.MailAsync(SampleEdition.Typical);
        Approval.Check("edition.html", mail.Html);
        Approval.Check("edition.txt", mail.Text);
        Assert.Equal(SampleEdition.Typical.Subject, mail.Subject);
    }

    [Fact]
    public async Task An_edition_without_picks_or_others_is_as_approved()
    {
        var mail = await Rendering.MailAsync(SampleEdition.Typical with { Picks = [], Others = 0, PostalAddress = "" });
        Approval.Check("edition-empty.html", mail.Html);
        Approval.Check("edition-empty.txt", mail.Text);
    }

    [Fact]
    public async Task Each_pick_is_a_heading_with_its_links_in_reading_order()
    {
        var page = Rendering.Parse((await Rendering.MailAsync(SampleEdition.Typical)).Html);
        Assert.Equal("4 papers for you", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(SampleEdition.Typical.Picks.Select(p => $"{p.Rank}. {p.Title}"), page.QuerySelectorAll("h2")
            .Select(h => h.TextContent));
        var first = page.QuerySelector("h2")!.ParentElement!;
        Assert.Equal(
            ["https://arxiv.org/abs/3105.00001", "https://arxiv.org/abs/3105.00001", "https://code.example/sparse-forget",
                "https://papers.example/vote?t=more-1&v=1", "https://papers.example/vote?t=less-1&v=-1"],
            first.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("Why: like State Spaces as Ledgers, which you liked; 'sparse attention'", first.QuerySelector(".w")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("State Spaces as Ledgers", first.QuerySelector(".w em")!.TextContent);
    }

    [Fact]
    public async Task The_exploration_pick_is_labelled()
    {
        var mail = await Rendering.MailAsync(SampleEdition.Typical);
        Assert.Single(Rendering.Parse(mail.Html)
            .QuerySelectorAll(".w strong"), s => s.TextContent.StartsWith("Outside your interests", StringComparison.Ordinal));
        Assert.Contains("Outside your interests, to explore: read widely this week", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_nothing_tracks()
    {
        var page = Rendering.Parse((await Rendering.MailAsync(SampleEdition.Typical)).Html);
        Assert.Empty(page.QuerySelectorAll("img,link,script,iframe,object,video,audio,form,[background],[src]"));
        Assert.DoesNotContain("url(", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_readers_hear_the_language_and_no_layout_tables()
    {
        var page = Rendering.Parse((await Rendering.MailAsync(SampleEdition.Typical)).Html);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.Equal("presentation", t.GetAttribute("role")));
        Assert.All(page.QuerySelectorAll("h2 > span"), h => Assert.Equal("auto", h.GetAttribute("dir")));
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_twin_has_every_link_of_the_html_on_a_line_of_its_own()
    {
        var mail = await Rendering.MailAsync(SampleEdition.Typical);
        var linked = Rendering.Parse(mail.Html).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToHashSet();
        var lines = mail.Text.Split('\n');
        Assert.All(linked, url => Assert.Contains(lines, l => l.EndsWith(' ' + url, StringComparison.Ordinal) || l == url));
    }

    [Fact]
    public async Task Addresses_that_are_no_web_addresses_are_not_linked()
    {
        var pick = SampleEdition.Pick(1, "A paper")
            with { Read = new("javascript:alert(1)", false), CodeUrl = "data:text/html,x", MoreLikeThisUrl = "//x", LessLikeThisUrl = "" };
        var mail = await Rendering.MailAsync(SampleEdition.Typical with { Picks = [pick] });
        Assert.DoesNotContain("javascript:", mail.Html + mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data:text", mail.Html + mail.Text, StringComparison.Ordinal);
        Assert.Equal("1. A paper", Rendering.Parse(mail.Html).QuerySelector("h2")!.TextContent);
    }
}
