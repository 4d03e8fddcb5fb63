using PaperFunctions.Pages.Web;

namespace PaperFunctions.Tests.Pages.Web;

public sealed class SecurityHeadersTests
{
    [Fact]
    public void A_page_may_load_its_own_files_only()
    {
        var headers = SecurityHeaders.Page.ToDictionary();
        var policy = headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
    }

    [Fact]
    public void A_previewed_mail_may_do_nothing()
    {
        var policy = SecurityHeaders.MailPreview.ToDictionary()["Content-Security-Policy"];
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Assets_are_found_and_named_by_their_content()
    {
        Assert.NotEmpty(SiteAssets.Styles.Content);
        Assert.Equal($"/site.css?v={SiteAssets.Styles.Hash}", SiteAssets.StylesAddress);
        Assert.NotEqual(SiteAssets.Styles.Hash, SiteAssets.Script.Hash);
    }
}
