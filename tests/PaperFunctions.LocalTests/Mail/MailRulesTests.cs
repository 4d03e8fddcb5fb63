using System.Net;
using System.Text.Json.Nodes;

namespace PaperFunctions.LocalTests.Mail;

/// <summary>What SendGrid's documentation says is refused, is refused, with its shape of errors.</summary>
public sealed class MailRulesTests : IAsyncLifetime
{
    private MailHost _host = null!;

    public async Task InitializeAsync() => _host = await MailHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_error_names_its_field_and_where_help_is()
    {
        var mail = MailHost.Mail();
        mail.Remove("subject");
        var error = Assert.Single(await _host.Refused(mail))!;
        Assert.Equal("subject", (string?)error["field"]);
        Assert.StartsWith("The subject is required.", (string?)error["message"], StringComparison.Ordinal);
        Assert.StartsWith("http", (string?)error["help"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("personalizations", null, "personalizations")]
    [InlineData("personalizations", "[]", "personalizations")]
    [InlineData("personalizations", "[{}]", "personalizations.0.to")]
    [InlineData("personalizations", """[{"to":[{"email":"no address"}]}]""", "personalizations.0.to.0.email")]
    [InlineData("personalizations", """[{"to":[{"email":"a@b.example"},{"email":"A@B.example"}]}]""", "personalizations.0")]
    [InlineData("personalizations", """[{"to":[{"email":"a@b.example"}],"cc":[{"email":"a@b.example"}]}]""", "personalizations.0")]
    [InlineData("personalizations", """[{"to":[{"email":"a@b.example"}],"subject":""}]""", "personalizations.0.subject")]
    [InlineData("personalizations", """[{"to":[{"email":"a@b.example","name":"x\r\nBcc: y@z.example"}]}]""", "personalizations.0.to.0.name")]
    [InlineData("personalizations", """[{"to":[{"email":"a@b.example\r\nBcc: y@z.example"}]}]""", "personalizations.0.to.0.email")]
    [InlineData("from", null, "from")]
    [InlineData("from", """{"email":"@example.com"}""", "from.email")]
    [InlineData("from", """{"email":"a@b"}""", "from.email")]
    [InlineData("reply_to", """{"email":"nobody"}""", "reply_to")]
    [InlineData("subject", "\"\"", "subject")]
    [InlineData("subject", "\"one\\r\\nBcc: two@example.org\"", "subject")]
    [InlineData("subject", "7", "subject")]
    [InlineData("content", null, "content")]
    [InlineData("content", """[{"type":"text/html","value":"h"},{"type":"text/plain","value":"p"}]""", "content")]
    [InlineData("content", """[{"type":"text/plain","value":"p"},{"type":"text/plain","value":"q"}]""", "content")]
    [InlineData("content", """[{"type":"text/plain","value":""}]""", "content.0.value")]
    [InlineData("content", """[{"type":"text/plain; charset=x","value":"p"}]""", "content.0.type")]
    [InlineData("headers", """{"Subject":"mine"}""", "headers.Subject")]
    [InlineData("headers", """{"DKIM-Signature":"mine"}""", "headers.DKIM-Signature")]
    [InlineData("headers", """{"X Y":"mine"}""", "headers.X Y")]
    [InlineData("headers", """{"X-Y":7}""", "headers.X-Y")]
    [InlineData("headers", """{"X-Y":"a\nBcc: b@example.org"}""", "headers.X-Y")]
    [InlineData("custom_args", """{"a":1}""", "custom_args.a")]
    [InlineData("categories", """["a","a"]""", "categories")]
    [InlineData("attachments", """[{"filename":"a.txt","content":"%%%"}]""", "attachments.0.content")]
    public async Task A_broken_rule_is_refused(string name, string? value, string field)
    {
        var mail = MailHost.Mail();
        mail[name] = value is null ? null : JsonNode.Parse(value);
        Assert.Contains(field, (await _host.Refused(mail)).Select(error => (string?)error!["field"]));
    }

    [Fact]
    public async Task More_than_a_thousand_personalizations_are_refused_and_a_thousand_are_not()
    {
        Assert.Equal(1000, await Send(1000));
        _host.Capture.Messages.Clear();
        var error = Assert.Single(await _host.Refused(Many(1001)))!;
        Assert.Contains("You have provided 1001", (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_arguments_of_message_and_personalization_count_together()
    {
        var mail = MailHost.Mail();
        mail["custom_args"] = new JsonObject { ["a"] = new string('x', 6000) };
        mail["personalizations"]![0]!["custom_args"] = new JsonObject { ["b"] = new string('y', 6000) };
        var error = Assert.Single(await _host.Refused(mail))!;
        Assert.Contains("10,000 bytes", (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "authorization required")]
    [InlineData("another", "The provided authorization grant is invalid, expired, or revoked")]
    public async Task Without_the_key_nothing_is_accepted(string? key, string message)
    {
        using var response = await _host.Post(MailHost.Mail(), key);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = Assert.Single(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsArray())!;
        Assert.Equal(message, (string?)error["message"]);
        Assert.Equal(0, _host.Capture.Messages.Count());
    }

    [Fact]
    public async Task A_message_over_thirty_megabytes_is_too_large()
    {
        var mail = MailHost.Mail();
        mail["content"]![0]!["value"] = new string('x', (30 * 1024 * 1024) + 1);
        using var response = await _host.Post(mail);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Sandbox_mode_checks_and_keeps_nothing()
    {
        var mail = MailHost.Mail();
        mail["mail_settings"] = new JsonObject { ["sandbox_mode"] = new JsonObject { ["enable"] = true } };
        using var response = await _host.Post(mail);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, _host.Capture.Messages.Count());
    }

    private static JsonObject Many(int count)
    {
        var mail = MailHost.Mail();
        mail["personalizations"] = new JsonArray([.. Enumerable.Range(0, count).Select(i =>
            new JsonObject { ["to"] = new JsonArray(new JsonObject { ["email"] = $"reader{i}@example.org" }) })]);
        return mail;
    }

    private async Task<int> Send(int count)
    {
        using var response = await _host.Post(Many(count));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return _host.Capture.Messages.Count();
    }
}
