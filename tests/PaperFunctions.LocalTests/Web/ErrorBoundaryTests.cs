using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using PaperFunctions.Functions.Web;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.LocalTests.Web.Parts;

namespace PaperFunctions.LocalTests.Web;

[Collection(SiteCollection.Name)]
public sealed class ErrorBoundaryTests(SiteFixture site)
{
    [Fact]
    public async Task What_fails_inside_is_a_page_with_a_reference_that_the_log_has_and_no_token_is_logged()
    {
        var log = new Lines();
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Path = "/vote";
        context.Request.QueryString = new QueryString("?t=a-secret-token");
        context.Response.Headers.ETag = "\"half\"";
        var answer = Assert.IsType<ContentResult>(await new ErrorBoundary(site.Get<WebPages>(), site.Get<Sessions>(),
            site.Get<RequestLimits>(), site.Get<AuditLog>(), log).RunAsync(context.Request, Limited.Page, _ =>
                throw new IOException("The table is away."), default));

        Assert.Equal(500, answer.StatusCode);
        Assert.Contains("Something went wrong here", answer.Content);
        Assert.DoesNotContain("The table is away", answer.Content);
        var line = Assert.Single(log.Written);
        Assert.Contains("/vote", line);
        Assert.DoesNotContain("a-secret-token", line);
        Assert.Contains(line.Split(' ')[^1], answer.Content);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.False(context.Response.Headers.ContainsKey("ETag"));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_no_fault_of_ours_and_the_page_asks_for_a_minute()
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("GET", "/");
        var answer = Assert.IsType<ContentResult>(await new ErrorBoundary(site.Get<WebPages>(), site.Get<Sessions>(),
            site.Get<RequestLimits>(), site.Get<AuditLog>(), new Lines())
            .RunAsync(context.Request, Limited.Page, _ => throw new AggregateException(new RequestFailedException(0, "refused")), default));

        Assert.Equal(503, answer.StatusCode);
        Assert.Contains("Not available right now", answer.Content);
        Assert.Equal("60", context.Response.Headers.RetryAfter);
    }

    private sealed class Lines : ILogger<ErrorBoundary>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
