using System.Net;
using System.Text.Json.Nodes;

namespace PaperFunctions.LocalTests.Emulators.SendGrid;

/// <summary>What was accepted can be read: as JSON, as pages, as files, also after a restart.</summary>
public sealed class CapturedMailTests : IAsyncLifetime
{
    private MailHost _host = null!;

    public async Task InitializeAsync() => _host = await MailHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Accepted_mail_is_listed_newest_first_with_exactly_these_fields()
    {
        using var first = await _host.Post(MailHost.Mail("one@example.org"));
        using var second = await _host.Post(MailHost.Mail("two@example.org"));
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.NotEmpty(second.Headers.GetValues("X-Message-Id").Single());

        var list = JsonNode.Parse(await _host.Http.GetStringAsync("/messages"))!.AsArray();
        Assert.Equal(["two@example.org", "one@example.org"], list.Select(message => (string?)message!["to"]));
        var newest = list[0]!.AsObject();
        Assert.Equal(["id", "to", "from", "subject", "html", "text", "headers", "customArgs", "receivedAt"],
            newest.Select(pair => pair.Key));
        Assert.Equal("papers@example.com", (string?)newest["from"]);
        Assert.Equal("Three papers for you", (string?)newest["subject"]);
        Assert.Equal("<p>Rich words</p>", (string?)newest["html"]);
        Assert.Equal("Plain words", (string?)newest["text"]);
        Assert.Equal("<https://example.com/u?t=1>", (string?)newest["headers"]!["List-Unsubscribe"]);
        Assert.Equal("2026-01-02", (string?)newest["customArgs"]!["edition"]);
    }

    [Fact]
    public async Task Each_recipient_has_a_message_of_their_own()
    {
        var mail = MailHost.Mail("a@example.org");
        var other = mail["personalizations"]![0]!.DeepClone();
        other["to"] = JsonNode.Parse("""[{ "email": "b@example.org" }, { "email": "c@example.org" }]""");
        other["subject"] = "Own subject";
        mail["personalizations"]!.AsArray().Add(other);
        using var response = await _host.Post(mail);
        var kept = _host.Capture.Messages.List();
        Assert.Equal(["c@example.org", "b@example.org", "a@example.org"], kept.Select(message => message.To));
        Assert.Equal(["Own subject", "Own subject", "Three papers for you"], kept.Select(message => message.Subject));
    }

    [Fact]
    public async Task Messages_outlive_a_restart_and_go_when_deleted()
    {
        using var sent = await _host.Post(MailHost.Mail());
        var folder = _host.Capture.Messages.Folder;
        await _host.Stop();
        _host = await MailHost.Start(folder);

        var message = Assert.Single(_host.Capture.Messages.List());
        using var eml = await _host.Http.GetAsync($"/messages/{message.Id}.eml");
        Assert.Equal("message/rfc822", eml.Content.Headers.ContentType!.MediaType);

        using var deleted = await _host.Http.DeleteAsync("/messages");
        Assert.Equal("[]", await _host.Http.GetStringAsync("/messages"));
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task Pages_show_the_mail_and_let_nothing_of_it_act()
    {
        var mail = MailHost.Mail("<script>@example.org".Replace("<script>", "odd", StringComparison.Ordinal));
        mail["personalizations"]![0]!["subject"] = "<script>alert(1)</script>";
        using var sent = await _host.Post(mail);
        var id = _host.Capture.Messages.List().Single().Id;

        var list = await _host.Http.GetStringAsync("/");
        Assert.Contains("&lt;script&gt;", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", list, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/messages/{id}");
        request.Headers.Accept.ParseAdd("text/html");
        using var page = await _host.Http.SendAsync(request);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("sandbox", html, StringComparison.Ordinal);
        Assert.Contains("Plain words", html, StringComparison.Ordinal);
        Assert.Contains($"/messages/{id}.eml", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);

        using var frame = await _host.Http.GetAsync($"/messages/{id}/html");
        Assert.Equal("<p>Rich words</p>", await frame.Content.ReadAsStringAsync());
        Assert.Contains("default-src 'none'", frame.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/messages/20260102T0304050000000-abcdef")]
    [InlineData("/messages/20260102T0304050000000-abcdef.eml")]
    [InlineData("/messages/..%2F..%2Fetc/html")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var response = await _host.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
