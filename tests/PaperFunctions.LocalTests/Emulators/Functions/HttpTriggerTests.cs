using System.Net;
using System.Text.Json;
using PaperFunctions.LocalTests.Emulators.Functions.Samples;

namespace PaperFunctions.LocalTests.Emulators.Functions;

public sealed class HttpTriggerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Route_values_and_the_query_reach_the_function_and_its_object_comes_back_as_json()
    {
        await using var hosted = await StartAsync();
        Assert.Equal("""{"paperId":"a-b","rank":"7","query":"x y"}""", await hosted.Http.GetStringAsync("papers/a-b/7?q=x%20y"));
        Assert.Equal("""{"paperId":"a-b","rank":null,"query":""}""", await hosted.Http.GetStringAsync("papers/a-b"));
    }

    [Fact]
    public async Task The_home_page_is_a_function_and_answers_head_where_it_lists_it()
    {
        await using var hosted = await StartAsync();
        var page = await hosted.Http.GetAsync("");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal("<h1>Home</h1>", await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, await HeadAsync(hosted, ""));
    }

    [Theory]
    [InlineData("papers/a")]
    [InlineData("nowhere")]
    public async Task A_method_or_path_that_no_function_lists_is_not_found(string path)
    {
        await using var hosted = await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await HeadAsync(hosted, path));
    }

    [Fact]
    public async Task A_function_without_a_route_has_its_name_as_path_and_may_write_the_answer_itself()
    {
        await using var hosted = await StartAsync();
        var answer = await hosted.Http.PostAsync("Direct", null);
        Assert.Equal("written by Direct", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_functions_share_a_route_by_their_methods()
    {
        await using var hosted = await StartAsync();
        var answer = await hosted.Http.PostAsync("papers/a-b", new StringContent("vote"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("a-b vote", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("keyed?code=wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("keyed?code=" + Setup.Key, null, HttpStatusCode.OK)]
    [InlineData("keyed", Setup.Key, HttpStatusCode.OK)]
    public async Task A_function_above_the_anonymous_level_asks_for_its_key(string path, string? header, HttpStatusCode expected)
    {
        await using var hosted = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", header is null ? [] : [header]);
        Assert.Equal(expected, (await hosted.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task What_a_function_throws_becomes_a_500_with_a_trace_id_and_no_details()
    {
        await using var hosted = await StartAsync();
        var answer = await hosted.Http.GetAsync("throws/false");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(32, JsonDocument.Parse(body).RootElement.GetProperty("traceId").GetString()!.Length);
        Assert.DoesNotContain("Not for the public", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_breaks_midway_does_not_look_whole()
    {
        await using var hosted = await StartAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => hosted.Http.GetStringAsync("throws/true"));
    }

    [Fact]
    public async Task The_route_prefix_of_host_json_stands_before_every_route()
    {
        var setup = new Setup { HostJson = """{ "version": "2.0" }""" };
        await using var hosted = await HostedFunctions.StartAsync(azurite, [typeof(PageSamples)], setup);
        Assert.Equal("<h1>Home</h1>", await hosted.Http.GetStringAsync("api"));
        Assert.Equal(HttpStatusCode.NotFound, (await hosted.Http.GetAsync("")).StatusCode);
    }

    private Task<HostedFunctions> StartAsync() => HostedFunctions.StartAsync(azurite, [typeof(PageSamples)]);

    private static async Task<HttpStatusCode> HeadAsync(HostedFunctions hosted, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        return (await hosted.Http.SendAsync(request)).StatusCode;
    }
}
