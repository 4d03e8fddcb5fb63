using AngleSharp.Html.Parser;

namespace PaperFunctions.LocalTests.Web.Parts;

/// <summary>What people and programs put into fields that were not made for it.</summary>
public static class Hostile
{
    public static TheoryData<string, string> Texts { get; } = new()
    {
        { "empty", "" },
        { "over-long", new string('x', 6_000) },
        { "over-long lines", string.Join('\n', Enumerable.Range(0, 300).Select(i => $"topic {i}")) },
        { "bidi", "abc \u202Etxt.exe\u202C \u2066def" },
        { "HTML", "\"><script>window.hacked=1</script><img src=x onerror=alert(1)>" },
        { "header-injecting", "a@example.org\r\nBcc: b@example.org\r\n\r\nhello" },
        { "emoji", "👩‍👩‍👧‍👦🏳️‍🌈 models 🧪" },
        { "query syntax", "\"open (a | b + -c* ~ : ' or 1 eq 1 /regex/" },
        { "lone surrogate", "a\uD800b" },
        { "nul", "a\0b" },
        { "percent", "%00%0d%0aSet-Cookie:a=b" },
        { "spaces", "   \t  " },
    };

    /// <summary>No element or attribute came in with the text, and nothing that turns the direction of what follows.</summary>
    public static void AssertHarmless(string answer, string where)
    {
        Assert.DoesNotContain('\u202E', answer);
        if (!answer.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal))
        {
            return;
        }

        var page = new HtmlParser().ParseDocument(answer);
        Assert.True(page.QuerySelectorAll("script:not([src])").Length == 0, $"A script came in at {where}.");
        Assert.True(page.QuerySelectorAll("img").Length == 0, $"An image came in at {where}.");
        Assert.True(page.All.All(e => e.Attributes.All(a => !a.Name.StartsWith("on", StringComparison.Ordinal))),
            $"A handler came in at {where}.");
    }
}
