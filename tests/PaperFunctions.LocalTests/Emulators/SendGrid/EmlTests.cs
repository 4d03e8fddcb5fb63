using System.Net;
using System.Text.Json.Nodes;

namespace PaperFunctions.LocalTests.Emulators.SendGrid;

/// <summary>The .eml files are mail that another program's parser reads back to what was sent.</summary>
public sealed class EmlTests : IAsyncLifetime
{
    private MailHost _host = null!;

    public async Task InitializeAsync() => _host = await MailHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("Plain subject", "Plain words")]
    [InlineData("Größe × 量子 🚀", "Ünïcode: 漢字, emoji 🚀, = and =3D")]
    [InlineData("=?utf-8?B?trick?=", "ends in space \nand tab\t\n.\n..\nFrom me")]
    [InlineData("A subject that is so long that it has to be folded more than once because no line may be longer than it should be", "x")]
    public async Task What_was_sent_can_be_read_back(string subject, string text)
    {
        var mail = MailHost.Mail();
        mail["personalizations"]![0]!["subject"] = subject;
        mail["content"]![0]!["value"] = text;
        mail["content"]![1]!["value"] = $"<p>{WebUtility.HtmlEncode(text)}</p>";
        mail["from"]!["name"] = "Päper, \"Post\"";
        var eml = await Sent(mail);

        Assert.Equal(subject, eml.Header("Subject"));
        Assert.Equal("Päper, \"Post\" <papers@example.com>", eml.Header("From"));
        Assert.Equal("<https://example.com/u?t=1>", eml.Header("List-Unsubscribe"));
        Assert.StartsWith("multipart/alternative", eml.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], eml.Parts.Select(part => part.Header("Content-Type")));
        Assert.Equal(text.ReplaceLineEndings("\r\n"), eml.Parts[0].Body);
        Assert.Equal($"<p>{WebUtility.HtmlEncode(text)}</p>".ReplaceLineEndings("\r\n"), eml.Parts[1].Body);
    }

    [Fact]
    public async Task Lines_are_short_ascii_and_end_in_crlf()
    {
        var mail = MailHost.Mail();
        mail["personalizations"]![0]!["subject"] = string.Concat(Enumerable.Repeat("Größe ", 60));
        mail["content"]![0]!["value"] = string.Concat(Enumerable.Repeat("wörter ", 500));
        using var response = await _host.Post(mail);
        var bytes = await File.ReadAllBytesAsync(_host.Capture.Messages.EmlPath(_host.Capture.Messages.List().Single().Id)!);
        Assert.All(bytes, value => Assert.InRange(value, (byte)9, (byte)126));
        var lines = System.Text.Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.All(lines, line => Assert.True(line.Length <= 78 && !line.Contains('\n', StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task Date_and_message_id_are_there_and_valid()
    {
        var eml = await Sent(MailHost.Mail());
        Assert.True(DateTimeOffset.TryParse(eml.Header("Date"), out var date));
        Assert.InRange(date, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Matches("^<[^<>@ ]+@example\\.com>$", eml.Header("Message-ID"));
        Assert.Equal("1.0", eml.Header("MIME-Version"));
    }

    private async Task<ParsedMail> Sent(JsonObject mail)
    {
        using var response = await _host.Post(mail);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var id = _host.Capture.Messages.List().Single().Id;
        return ParsedMail.Parse(await File.ReadAllTextAsync(_host.Capture.Messages.EmlPath(id)!));
    }
}
