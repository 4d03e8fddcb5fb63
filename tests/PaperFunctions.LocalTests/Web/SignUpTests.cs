using System.Net;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The sign-up form, posted by people and by others.</summary>
[Collection(SiteCollection.Name)]
public sealed class SignUpTests(SiteFixture site)
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["topics"] = "robots", ["hour"] = "7", ["zone"] = "Europe/Zurich", ["cadence"] = "daily", ["size"] = "8",
    };

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task Every_field_stands_hostile_text(string name, string text)
    {
        foreach (var field in Good.Keys.Append("email"))
        {
            var email = SiteFixture.NewAddress();
            var fields = Good.Append(new("email", email)).Select(g => (g.Key, g.Key == field ? text : g.Value)).ToArray();
            var (status, answer) = await site.PostAsync("/subscribe", fields);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name} in {field}: {status}");
            Assert.True(field is not ("email" or "hour" or "zone" or "size") && (field != "cadence" || string.IsNullOrEmpty(text))
                || status == HttpStatusCode.BadRequest, $"{name} in {field} was taken");
            Hostile.AssertHarmless(answer, $"{name} in {field}");
            Assert.True(status == HttpStatusCode.OK || !await site.IsKnownAsync(email), $"{name} in {field} was refused and stored");
        }
    }

    [Fact]
    public async Task A_wrong_form_is_shown_again_as_it_was_filled_in_and_nobody_is_stored()
    {
        var before = await site.CountSubscribersAsync();
        var (status, page) = await site.PostAsync("/subscribe", ("email", "not an address"), ("topics", ""), ("hour", "x"),
            ("zone", "Nowhere/Land"), ("size", "99"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Give one mail address", page);
        Assert.Contains("not an address", page);
        Assert.Equal(before, await site.CountSubscribersAsync());
    }

    [Theory]
    [InlineData("text/plain", "email=a@example.org")]
    [InlineData("application/json", "{\"email\":\"a@example.org\"}")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense")]
    public async Task A_body_that_is_no_form_is_refused(string type, string body)
    {
        foreach (var address in new[] { "/subscribe", "/preferences" })
        {
            using var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await site.Http.PostAsync(address, content);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task One_click_unsubscribes_without_cookie_or_redirect_in_both_kinds_of_body()
    {
        foreach (var multipart in new[] { false, true })
        {
            var subscriber = await site.EnrolAsync("language models");
            await site.SendNowAsync(subscriber);
            var mail = await site.NextMailAsync(subscriber.Email);
            var address = mail.Headers["List-Unsubscribe"].Trim('<', '>');
            Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
            using HttpContent body = multipart
                ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
                : new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var answer = await site.Http.PostAsync(address, body);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("?t=", await answer.Content.ReadAsStringAsync());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal(Papers.SubscriberState.Unsubscribed, (await site.FindAsync(subscriber))!.State);
        }
    }
}
