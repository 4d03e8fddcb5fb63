using System.Text;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

/// <summary>What operators did and what was refused can be looked up later.</summary>
[Collection(SiteCollection.Name)]
public sealed class AuditTests(SiteFixture site)
{
    private string Key => site.Stack.Secrets.FunctionKey;

    [Fact]
    public async Task Each_thing_that_an_operator_does_is_noted_with_who_and_what()
    {
        var person = await site.EnrolAsync("language models");
        await site.PostAsync($"/operation/people?code={Key}", ("do", "pause"), ("target", person.Id));
        await site.GetAsync($"/operation/people.csv?code={Key}");
        await site.GetAsync($"/operation/people?code={Key}&q=only-looked-at");
        Assert.Contains($"9101 Operator a function key: /operation/people, pause {person.Id}, answered 303", site.Audit);
        Assert.Contains(site.Audit, line => line.StartsWith("9101 Operator a function key: /operation/people.csv",
            StringComparison.Ordinal));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/operator/people")
        {
            Content = new FormUrlEncodedContent([new("do", "resume"), new("target", person.Id)]),
        };
        request.Headers.TryAddWithoutValidation("X-MS-CLIENT-PRINCIPAL", Principal(SiteFixture.OperatorId));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        (await site.Http.SendAsync(request)).Dispose();
        Assert.Contains($"9101 Operator {SiteFixture.OperatorId}: /operator/people, resume {person.Id}, answered 303", site.Audit);
    }

    [Fact]
    public async Task A_refused_login_a_bad_link_and_a_forged_event_are_noted_with_the_network_and_no_secret()
    {
        await SendAsync(HttpMethod.Post, "/operator/people", "192.0.2.31");
        await SendAsync(HttpMethod.Get, "/preferences?t=stolen-and-cut", "192.0.2.32");
        await SendAsync(HttpMethod.Post, "/events/sendgrid", "192.0.2.33");
        Assert.Contains("9102 Login refused at POST /operator/people: nobody is logged in; from 192.0.2.0", site.Audit);
        Assert.Contains("9103 Bad link at GET /preferences: Unreadable; from 192.0.2.0", site.Audit);
        Assert.Contains(
            "9104 Mail events at /events/sendgrid were not signed by the provider just now; from 192.0.2.0", site.Audit);
        Assert.DoesNotContain(site.Audit, line => line.Contains("stolen", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Audit.Where(line => !line.StartsWith("9101", StringComparison.Ordinal)),
            line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_form_says_cannot_break_a_line_in_two()
    {
        await site.PostAsync($"/operation/retry?code={Key}", ("do", "x\n9101 Operator somebody else"), ("target", new string('a', 5_000)));
        Assert.All(site.Audit, line => Assert.DoesNotContain('\n', line));
        Assert.All(site.Audit, line => Assert.True(line.Length < 500));
    }

    private static string Principal(string id) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"auth_typ":"aad","claims":[{"typ":"oid","val":"{{id}}"}]}"""));

    private async Task SendAsync(HttpMethod method, string address, string from)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"{from}:50123");
        (await site.Http.SendAsync(request)).Dispose();
    }
}
