using System.Net;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

/// <summary>Who asks too often has to wait; others don't.</summary>
[Collection(SiteCollection.Name)]
public sealed class LimitTests(SiteFixture site)
{
    private const int Most = 400;

    [Theory]
    [InlineData("POST", "/subscribe", "198.51.100.1")]
    [InlineData("POST", "/vote", "198.51.100.2")]
    [InlineData("POST", "/preferences", "198.51.100.3")]
    [InlineData("POST", "/confirm", "198.51.100.4")]
    [InlineData("GET", "/search?page=0", "198.51.100.5")]
    [InlineData("GET", "/api/papers?page=x", "198.51.100.6")]
    [InlineData("GET", "/suggest?q=a", "198.51.100.7")]
    [InlineData("GET", "/papers/none", "198.51.100.8")]
    [InlineData("GET", "/deliveries", "198.51.100.9")]
    public async Task One_client_that_asks_without_end_is_told_to_wait_and_another_is_served(string method, string address, string client)
    {
        var asked = 0;
        HttpResponseMessage answer;
        while ((answer = await SendAsync(method, address,
            $"203.0.113.{asked % 250}, {client}:{40000 + asked}, 10.0.0.4")).StatusCode != HttpStatusCode.TooManyRequests)
        {
            answer.Dispose();
            Assert.True(++asked < Most, $"{address} was never limited.");
        }

        using (answer)
        {
            Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(address.StartsWith("/suggest") ? text == "[]" : text.Contains("Too many requests"), text);
        }

        using var other = await SendAsync(method, address, client[..^1] + "77");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, other.StatusCode);
    }

    [Fact]
    public async Task A_feed_says_in_text_when_to_come_back()
    {
        HttpResponseMessage answer;
        var asked = 0;
        while ((answer = await SendAsync("GET", "/feed.xml?q=zzzz", "198.51.100.20")).StatusCode != HttpStatusCode.TooManyRequests
            && ++asked < Most)
        {
            answer.Dispose();
        }

        using (answer)
        {
            Assert.Equal(("text/plain", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.RetryAfter is not null));
        }
    }

    [Fact]
    public async Task Leaving_is_never_limited_since_mail_providers_do_it_for_many_from_one_address()
    {
        for (var i = 0; i < Most; i++)
        {
            using var answer = await SendAsync("POST", "/unsubscribe?t=x", "198.51.100.30");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string address, string forwarded)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        return await site.Http.SendAsync(request);
    }
}
