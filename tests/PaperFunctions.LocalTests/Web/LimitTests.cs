using System.Net;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PaperFunctions.Functions;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

/// <summary>Who asks too often has to wait, whatever is asked for; others don't.</summary>
[Collection(SiteCollection.Name)]
public sealed class LimitTests(SiteFixture site)
{
    private const int Most = 900;

    /// <summary>Requests at the same time.</summary>
    private const int Together = 8;

    /// <summary>Every function that answers requests, by its name.</summary>
    private static readonly Dictionary<string, HttpTriggerAttribute> Routes = typeof(DigestFunctions).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null)
        .Select(m => (m.Name, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t =>
            t is not null)))
        .Where(m => m.Trigger is not null).ToDictionary(m => m.Name, m => m.Trigger!);

    public static TheoryData<string> All => [.. Routes.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_client_that_asks_without_end_is_told_to_wait_and_another_is_served(string function)
    {
        var (method, address) = RequestOf(function);
        var client = $"198.51.100.{Routes.Keys.Order(StringComparer.Ordinal).ToList().IndexOf(function) + 1}";
        var (asked, refused) = await UntilRefusedAsync(method, address, client);
        if (function == "Unsubscribe")
        {
            // Mail providers do it for many from few addresses.
            Assert.Null(refused);
            return;
        }

        Assert.True(refused is not null, $"{function} was asked {asked} times and never limited.");
        using (refused)
        {
            Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
            Assert.True(refused.Headers.CacheControl!.NoStore);
        }

        using var other = await SendAsync(method, address, client.Replace("198.51.100", "203.0.113", StringComparison.Ordinal));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, other.StatusCode);
    }

    [Theory]
    [InlineData("SearchPage", "text/html", "Too many requests")]
    [InlineData("Feed", "text/plain", "Too many requests")]
    [InlineData("ApiPapers", "application/problem+json", "Too many requests")]
    [InlineData("Suggest", "application/json", "[]")]
    public async Task Pages_say_it_to_people_and_the_rest_to_programs(string function, string type, string expected)
    {
        var (method, address) = RequestOf(function);
        var (_, refused) = await UntilRefusedAsync(method, address, "192.0.2.20");
        using (refused)
        {
            Assert.Equal(type, refused!.Content.Headers.ContentType!.MediaType);
            Assert.Contains(expected, await refused.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task An_address_that_a_client_writes_itself_does_not_help_it()
    {
        var asked = 0;
        HttpResponseMessage answer;
        while ((answer = await SendAsync("POST", "/subscribe", $"203.0.113.{asked % 250}, 192.0.2.21:{40000 + asked}, 10.0.0.4"))
            .StatusCode != HttpStatusCode.TooManyRequests)
        {
            answer.Dispose();
            Assert.True(++asked < Most);
        }

        answer.Dispose();
    }

    /// <summary>A request that costs little, so that many of them can be made.</summary>
    private (string Method, string Address) RequestOf(string function)
    {
        var trigger = Routes[function];
        var path = "/" + trigger.Route!.Replace("{home:maxlength(0)?}", "", StringComparison.Ordinal).Replace("{id}", "none",
            StringComparison.Ordinal).Replace("{format}", "bibtex", StringComparison.Ordinal);
        var query = trigger.AuthLevel == AuthorizationLevel.Function ? $"?code={site.Stack.Secrets.FunctionKey}&page=0" : "?page=0&q=zzzz";
        return (trigger.Methods!.Contains("post") ? "POST" : "GET", path + query);
    }

    private async Task<(int Asked, HttpResponseMessage? Refused)> UntilRefusedAsync(string method, string address, string client)
    {
        for (var asked = 0; asked < Most; asked += Together)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => SendAsync(method, address, client)));
            var refused = answers.FirstOrDefault(a => a.StatusCode == HttpStatusCode.TooManyRequests);
            foreach (var answer in answers.Where(a => a != refused))
            {
                answer.Dispose();
            }

            if (refused is not null)
            {
                return (asked, refused);
            }
        }

        return (Most, null);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string address, string forwarded)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        return await site.Http.SendAsync(request);
    }
}
