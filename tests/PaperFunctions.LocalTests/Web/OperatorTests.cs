using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PaperFunctions.Functions.Web;
using PaperFunctions.Functions.Web.Operator;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The operator's page behind a login, with the platform's headers as built-in authentication writes them.</summary>
[Collection(SiteCollection.Name)]
public sealed class OperatorTests(SiteFixture site)
{
    private const string Stranger = "11111111-2222-3333-4444-555555555555";

    public static TheoryData<string, string> All => new()
    {
        { "GET", "/operator" }, { "GET", "/operator/preview?topics=a&size=1" }, { "POST", "/operator/digests" },
        { "POST", "/operator/retry" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Who_has_not_logged_in_is_sent_to_log_in_or_refused(string method, string address)
    {
        // A function key opens the other way in, not this one.
        using var answer = await SendAsync(method, address + (address.Contains('?') ? "&" : "?") + "code=" + site.Stack.Secrets.FunctionKey,
            principal: null);
        Assert.Equal(method == "GET" ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized, answer.StatusCode);
        if (method == "GET")
        {
            Assert.Equal("/.auth/login/aad?post_login_redirect_uri=/operator", answer.Headers.Location!.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Who_has_logged_in_and_is_not_named_is_refused(string method, string address)
    {
        using var answer = await SendAsync(method, address, Principal(Stranger));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Who_is_named_gets_through(string method, string address)
    {
        using var answer = await SendAsync(method, address, Principal(SiteFixture.OperatorId));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task The_page_carries_no_key_and_its_forms_go_back_to_it()
    {
        using var answer = await SendAsync("GET", $"/operator?code={site.Stack.Secrets.FunctionKey}", Principal(SiteFixture.OperatorId));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(site.Stack.Secrets.FunctionKey, page);
        Assert.Contains("action=\"/operator/digests\"", page);
        Assert.DoesNotContain("\"/operation", page);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task A_form_of_another_site_is_refused_although_the_browser_is_logged_in(string? from)
    {
        using var answer = await SendAsync("POST", "/operator/retry", Principal(SiteFixture.OperatorId), from);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(false, SiteFixture.OperatorId)]
    [InlineData(true, "")]
    public async Task Without_built_in_authentication_or_without_names_it_is_not_there_whatever_the_headers_say(bool platform, string ids)
    {
        var login = new OperatorLogin(site.Get<WebPages>(), Options.Create(new OperatorOptions { Ids = ids }), new PlatformLogin(platform),
            site.Get<AuditLog>());
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Principal(SiteFixture.OperatorId);
        var refused = Assert.IsType<ContentResult>(await login.RefuseAsync(context.Request));
        Assert.Equal(404, refused.StatusCode);
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e;11111111-2222-3333-4444-555555555555")]
    public void Names_that_are_no_object_ids_are_refused_at_start(string ids) =>
        Assert.Contains("object ids", new OperatorOptionsValidator().Validate(null, new OperatorOptions { Ids = ids }).FailureMessage);

    private static string Principal(string id) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"auth_typ":"aad","claims":[{"typ":"oid","val":"{{id}}"}]}"""));

    private async Task<HttpResponseMessage> SendAsync(string method, string address, string? principal, string? from = "same-origin")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("X-MS-CLIENT-PRINCIPAL", principal);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", from);
        return await site.Http.SendAsync(request);
    }
}
