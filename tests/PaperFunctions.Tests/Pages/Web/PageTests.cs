using PaperFunctions.Pages.Web;
using PaperFunctions.Pages.Web.Views;
using PaperFunctions.Papers;

namespace PaperFunctions.Tests.Pages.Web;

public sealed class PageTests
{
    public static TheoryData<string> Pages => [.. SamplePages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_page_is_as_approved(string page)
    {
        var html = await SamplePages.RenderAsync(page);
        Approval.Check($"web-{page}.html", html.Replace(SiteAssets.Styles.Hash, "hash", StringComparison.Ordinal)
            .Replace(SiteAssets.Script.Hash, "hash", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_page_is_well_formed_and_can_be_walked_by_its_headings(string page)
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync(page));
        Markup.HasOneTitleAndOrderedHeadings(document);
        Markup.HasUniqueIdsAndNoDanglingReferences(document);
        Assert.NotNull(document.QuerySelector("main#main"));
        Assert.Equal("#main", document.QuerySelector("body a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_paper_of_which_only_the_code_is_known_can_be_searched_for()
    {
        var paper = new SamplePapers(text => text).Bare;
        paper = paper with { Paper = paper.Paper with { Links = [new PaperLink(LinkKind.Code, "https://code.example/bees")] } };
        var view = new PaperPageView { Frame = new PageFrame { SiteName = "PaperFunctions" }, Paper = paper };
        var links = Rendering.Parse(await Rendering.Components.PageAsync<PaperPage, PaperPageView>(view)).QuerySelectorAll("main a")
            .Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains("https://code.example/bees", links);
        Assert.Contains(links, link => link.StartsWith("https://arxiv.org/search/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_field_and_button_has_a_name(string page) =>
        Markup.HasNamedControls(Rendering.Parse(await SamplePages.RenderAsync(page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_content_security_policy_has_nothing_to_block(string page)
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync(page));
        Assert.Empty(document.QuerySelectorAll("style, [style], img, iframe, object, base"));
        Assert.All(document.QuerySelectorAll("script"),
            s => Assert.StartsWith("/site.js?v=", s.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(document.QuerySelectorAll("*")
            .SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal), a.Name));
        Assert.All(document.QuerySelectorAll("form"), f => Assert.StartsWith("/", f.GetAttribute("action"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("unsubscribe")]
    [InlineData("vote")]
    [InlineData("preferences")]
    public async Task What_changes_something_is_posted_and_never_linked(string page)
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync(page));
        Assert.All(document.QuerySelectorAll("form"), f => Assert.Equal("post", f.GetAttribute("method")));
        Assert.All(document.QuerySelectorAll("form[method=post]"), f => Assert.NotNull(f.QuerySelector("button[type=submit]")));
    }

    [Fact]
    public async Task An_error_is_tied_to_its_field_and_listed_at_the_top()
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync("landing-errors"));
        var topics = document.QuerySelector("#f-topics")!;
        Assert.Equal("true", topics.GetAttribute("aria-invalid"));
        Assert.Equal("f-topics-hint f-topics-error", topics.GetAttribute("aria-describedby"));
        Assert.Equal("Write at least one topic.", document.QuerySelector("#f-topics-error")!.TextContent);
        Assert.Equal(["#f-topics", "#f-zone"], document.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")!)
            .Order(StringComparer.Ordinal));
        Assert.Null(document.QuerySelector("#f-email")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_paper_names_each_place_once()
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync("paper"));
        var places = document.QuerySelectorAll("article > ul")[0].QuerySelectorAll("a").Select(a => a.TextContent.Split(' ')[0]);
        Assert.Equal(["arXiv", "DOI", "Code:", "Project:", "PDF:"], places);
    }

    [Fact]
    public async Task Matches_are_marked_and_nothing_else()
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync("search"));
        Assert.Equal(["Attention", "attention", "memory"], document.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Equal("Sparse Attention That Forgets on Purpose", document.QuerySelector(".paper h3")!.TextContent);
        Assert.Contains("inputs cost attention more than … a fifth of the memory", document.QuerySelector(".paper")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_keeps_the_search_and_goes_back_to_its_first_page()
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync("search"));
        var links = document.QuerySelectorAll(".facets a").ToDictionary(a => a.FirstElementChild!.TextContent, a => a.GetAttribute("href"));
        Assert.Equal("/search?q=attention%20memory&year=2030&code=true", links["2030"]);
        Assert.Equal("/search?q=attention%20memory&code=true", links["2031"]);
        Assert.Equal("/search?q=attention%20memory&year=2031", links["Has code"]);
        Assert.Equal("/search?q=attention%20memory&year=2031&category=cs.CL%20%26%20more&code=true", links["cs.CL & more"]);
        Assert.Equal(["/search?q=attention%20memory&year=2031&code=true", "/search?q=attention%20memory&year=2031&code=true&page=3"],
            document.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")));
    }
}
