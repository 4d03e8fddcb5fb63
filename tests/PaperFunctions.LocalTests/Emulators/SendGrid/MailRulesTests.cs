using System.Net;
using System.Text.Json.Nodes;

namespace PaperFunctions.LocalTests.Emulators.SendGrid;

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
        mail["personalizations"]![0]!.AsObject().Remove("subject");
        var error = Assert.Single(await _host.Refused(mail))!;
        Assert.Equal("personalizations.0.subject", (string?)error["field"]);
        Assert.StartsWith("The subject is required", (string?)error["message"], StringComparison.Ordinal);
        Assert.StartsWith("http", (string?)error["help"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("personalizations", null, "personalizations")]
    [InlineData("personalizations", "[]", "personalizations")]
    [InlineData("personalizations", "[{}]", "personalizations.0.to")]
    [InlineData("from", null, "from")]
    [InlineData("from", """{"email":"@example.com"}""", "from.email")]
    [InlineData("from", """{"email":"a@b"}""", "from.email")]
    [InlineData("content", null, "content")]
    [InlineData("content", """[{"type":"text/html","value":"h"},{"type":"text/plain","value":"p"}]""", "content")]
    [InlineData("content", """[{"type":"text/plain","value":"p"},{"type":"text/plain","value":"q"}]""", "content")]
    [InlineData("content", """[{"type":"text/plain","value":""}]""", "content.0.value")]
    [InlineData("content", """[{"type":"text/plain; charset=x","value":"p"}]""", "content.0.type")]
    [InlineData("attachments", """[{"filename":"a.txt","content":"YQ=="}]""", "attachments")]
    [InlineData("template_id", "\"t\"", "template_id")]
    public async Task A_broken_rule_of_the_message_is_refused(string name, string? value, string field)
    {
        var mail = MailHost.Mail();
        mail[name] = value is null ? null : JsonNode.Parse(value);
        Assert.Contains(field, (await _host.Refused(mail)).Select(error => (string?)error!["field"]));
    }

    [Theory]
    [InlineData("to", """[{"email":"no address"}]""", "to.0.email")]
    [InlineData("to", """[{"email":"a@b.example\r\nBcc: y@z.example"}]""", "to.0.email")]
    [InlineData("to", """[{"email":"a@b.example","name":"x\r\nBcc: y@z.example"}]""", "to.0.name")]
    [InlineData("subject", "\"\"", "subject")]
    [InlineData("subject", "7", "subject")]
    [InlineData("subject", "\"one\\r\\nBcc: two@example.org\"", "subject")]
    [InlineData("headers", """{"Subject":"mine"}""", "headers.Subject")]
    [InlineData("headers", """{"DKIM-Signature":"mine"}""", "headers.DKIM-Signature")]
    [InlineData("headers", """{"X Y":"mine"}""", "headers.X Y")]
    [InlineData("headers", """{"X-Y":7}""", "headers.X-Y")]
    [InlineData("headers", """{"X-Y":"a\nBcc: b@example.org"}""", "headers.X-Y")]
    [InlineData("custom_args", """{"a":1}""", "custom_args.a")]
    [InlineData("cc", """[{"email":"a@b.example"}]""", "cc")]
    public async Task A_broken_rule_of_a_personalization_is_refused(string name, string value, string field)
    {
        var mail = MailHost.Mail();
        mail["personalizations"]![0]![name] = JsonNode.Parse(value);
        Assert.Contains("personalizations.0." + field, (await _host.Refused(mail)).Select(error => (string?)error!["field"]));
    }

    [Fact]
    public async Task Nobody_gets_a_mail_twice()
    {
        var mail = MailHost.Mail();
        mail["personalizations"]![0]!["to"] = JsonNode.Parse("""[{"email":"a@b.example"},{"email":"A@B.example"}]""");
        Assert.Equal("personalizations.0", (string?)Assert.Single(await _host.Refused(mail))!["field"]);
    }

    [Fact]
    public async Task Custom_arguments_have_a_limit()
    {
        var mail = MailHost.Mail();
        mail["personalizations"]![0]!["custom_args"] = new JsonObject { ["a"] = new string('x', 10_000) };
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
}
