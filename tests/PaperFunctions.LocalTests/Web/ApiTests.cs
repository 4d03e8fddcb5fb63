using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The API does what its document says.</summary>
[Collection(SiteCollection.Name)]
public sealed class ApiTests(SiteFixture site)
{
    [Fact]
    public async Task Pages_follow_each_other_until_all_papers_were_given_once()
    {
        var seen = new List<string>();
        var total = -1;
        for (string? next = "/api/papers?q=model&size=3"; next is not null;)
        {
            var page = await JsonAsync(next);
            total = page["total"]!.GetValue<int>();
            seen.AddRange(page["papers"]!.AsArray().Select(p => p!["id"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
            Assert.True(seen.Count <= total);
        }

        Assert.True(total > 3);
        Assert.Equal((total, total), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Answers_have_the_form_that_the_document_describes()
    {
        var document = await JsonAsync("/openapi.json");
        var paging = await JsonAsync("/api/papers?q=language");
        Schema.Assert(document, "PaperPage", paging);
        var paper = await JsonAsync("/api/papers/" + paging["papers"]![0]!["id"]);
        Schema.Assert(document, "Paper", paper);
        Assert.True(JsonNode.DeepEquals(paper, paging["papers"]![0]));
        Schema.Assert(document, "Problem", await JsonAsync("/api/papers?size=0"));
        Schema.Assert(document, "Problem", await JsonAsync("/api/papers/none"));
        Assert.Equal(site.Stack.Addresses.Web, document["servers"]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_documented_parameter_is_taken_and_every_other_one_refused()
    {
        var parameters = (await JsonAsync("/openapi.json"))["paths"]!["/api/papers"]!["get"]!["parameters"]!.AsArray();
        foreach (var parameter in parameters)
        {
            var schema = parameter!["schema"]!;
            var value = schema["default"] ?? schema["minimum"] ?? (schema["type"]!.GetValue<string>() == "boolean" ? true : "language");
            var (status, text) = await site.GetAsync($"/api/papers?{parameter["name"]}={value}");
            Assert.True(status == HttpStatusCode.OK, $"{parameter["name"]}={value}: {text}");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync("/api/papers?query=language")).Status);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=x", "page")]
    [InlineData("size=101", "size")]
    [InlineData("page=100000&size=100", "passed over")]
    [InlineData("year=99", "year")]
    [InlineData("code=perhaps", "code")]
    [InlineData("sort=best", "sort")]
    [InlineData("q=a&q=b", "more than once")]
    public async Task A_wrong_parameter_is_named(string query, string named)
    {
        using var answer = await site.Http.GetAsync($"/api/papers?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(named, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task Hostile_text_is_answered_with_JSON(string name, string text)
    {
        foreach (var parameter in new[] { "q", "category", "page", "size", "year", "code", "sort", "other" })
        {
            using var answer = await site.Http.GetAsync($"/api/papers?{parameter}={Uri.EscapeDataString(text)}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name} in {parameter}: {answer.StatusCode}");
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("zz' or '1' eq '1")]
    [InlineData("zz') or (hasCode eq true or hasCode eq false")]
    [InlineData("zz' or year gt 0 or categories/any(c: c eq 'zz")]
    [InlineData("x or true")]
    public async Task A_filter_is_a_value_and_never_a_part_of_the_query(string category)
    {
        Assert.NotEqual(0, (int)(await JsonAsync("/api/papers"))["total"]!);
        Assert.Equal(0, (int)(await JsonAsync($"/api/papers?category={Uri.EscapeDataString(category)}"))["total"]!);
        var (_, page) = await site.GetAsync($"/search?category={Uri.EscapeDataString(category)}");
        Assert.Contains("No paper has all of that", page, StringComparison.Ordinal);
    }

    private async Task<JsonNode> JsonAsync(string address) => JsonNode.Parse((await site.GetAsync(address)).Text)!;
}
