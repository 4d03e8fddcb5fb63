using AngleSharp.Dom;

namespace PaperFunctions.Tests.Pages.Web;

/// <summary>Rules that every page keeps.</summary>
internal static class Markup
{
    public static void HasOneTitleAndOrderedHeadings(IDocument page)
    {
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var levels = page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, l => l == 1);
        Assert.All(levels.Zip(levels.Skip(1)),
            pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}."));
        Assert.All(page.QuerySelectorAll("h1,h2,h3"), h => Assert.False(string.IsNullOrWhiteSpace(h.TextContent)));
    }

    public static void HasUniqueIdsAndNoDanglingReferences(IDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var attribute in new[] { "for", "aria-labelledby", "aria-describedby", "list" })
        {
            Assert.All(page.QuerySelectorAll($"[{attribute}]")
                .SelectMany(e => e.GetAttribute(attribute)!.Split(' ')), id => Assert.Contains(id, ids));
        }

        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
    }

    public static void HasNamedControls(IDocument page)
    {
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]),select,textarea,progress,meter"), control => Assert.True(
            control.HasAttribute("aria-label") || control.Closest("label") is not null
                || page.QuerySelector($"label[for='{control.Id}']") is not null,
            control.OuterHtml));
        Assert.All(page.QuerySelectorAll("button,a,legend,summary,caption,th"),
            e => Assert.False(string.IsNullOrWhiteSpace(e.TextContent), e.OuterHtml));
        Assert.All(page.QuerySelectorAll("fieldset"), f => Assert.Equal("legend", f.FirstElementChild!.LocalName));
        Assert.All(page.QuerySelectorAll("[role=region]"), r => Assert.True(r.HasAttribute("aria-label")));
    }
}
