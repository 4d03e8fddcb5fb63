using PaperFunctions.Pages.Web;

namespace PaperFunctions.Tests.Pages.Web;

public sealed class HostileTextTests
{
    private static readonly string[] Values =
    [
        "<script>alert(1)</script>\"'><b onmouseover=alert(1)>", "\u202egnp.exe\u2066\u202b", "x\r\nSet-Cookie: a=b\r\n\r\n<html>",
        "😀👩‍👩‍👧‍👦\u200d", "", " ",
        "javascript:alert(1)", "\0\u0001\u0002\u0003\ud800", "--><!--]]></textarea></title></select>", "{{7*7}}@Model ${1}",
    ];

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var page in SamplePages.Names)
            {
                foreach (var index in Enumerable.Range(0, Values.Length))
                {
                    cases.Add(page, index);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Hostile_text_stays_text(string page, int value)
    {
        var hostile = Values[value];
        var html = await SamplePages.RenderAsync(page, _ => hostile);
        var document = Rendering.Parse(html);
        Assert.All(document.QuerySelectorAll("script"),
            s => Assert.StartsWith("/site.js?v=", s.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(document.QuerySelectorAll("b"));
        Assert.All(document.All.SelectMany(e => e.Attributes),
            a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal), a.Name));
        Assert.All(document.QuerySelectorAll("[href],[action]"),
            e => Assert.True(IsSafe(e.GetAttribute("href") ?? e.GetAttribute("action")!), e.OuterHtml));
        Assert.DoesNotContain(html, c => c is '\0' or '\u0001' or '\u0002' or '\u0003' or '\u202e' or '\u202b' or '\u2066');
        var usual = Rendering.Parse(await SamplePages.RenderAsync(page));
        Assert.Equal(usual.QuerySelectorAll("form").Length, document.QuerySelectorAll("form").Length);
        Assert.Equal(usual.QuerySelectorAll("textarea,input,select").Length, document.QuerySelectorAll("textarea,input,select").Length);
    }

    [Theory]
    [MemberData(nameof(PageTests.Pages), MemberType = typeof(PageTests))]
    public async Task Overlong_text_does_not_make_an_endless_page(string page)
    {
        var document = Rendering.Parse(await SamplePages.RenderAsync(page, _ => new string('中', 100_000)));
        Assert.InRange(document.Title!.Length, 1, 200);
        Assert.All(document.QuerySelectorAll("input[value]:not([type=hidden])"),
            i => Assert.InRange(i.GetAttribute("value")!.Length, 0, 1_000));
        Assert.All(document.QuerySelectorAll("textarea"), t => Assert.InRange(t.TextContent.Length, 0, FieldLimits.Interests));
    }

    private static bool IsSafe(string url) =>
        url is "data:," || url.StartsWith('/') || url.StartsWith('#') || url.StartsWith("https://", StringComparison.Ordinal);
}
