using System.Net;
using System.Text.Json.Nodes;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace PaperFunctions.Tests.Compat.SendGrid;

public sealed class MessageTests
{
    [Fact]
    public async Task Contents_are_ordered_plain_html_other_and_empty_ones_are_left_out()
    {
        var mail = new SendGridMessage();
        mail.AddContent("text/calendar", "BEGIN:VCALENDAR");
        mail.AddContent(MimeType.Html, "<p>");
        mail.AddContent(MimeType.Text, "text");
        mail.AddContent("text/x-amp-html", "");
        var json = await JsonAsync(mail);
        Assert.Equal(["text/plain", "text/html", "text/calendar"], json["content"]!.AsArray().Select(content => (string?)content!["type"]));
    }

    [Fact]
    public async Task An_address_is_listed_once()
    {
        var mail = new SendGridMessage();
        mail.AddTo(new EmailAddress("a@mail.example", "A"));
        mail.AddTo(new EmailAddress("A@MAIL.example"));
        mail.AddTo(new EmailAddress("b@mail.example"));
        var json = await JsonAsync(mail);
        Assert.Equal(["a@mail.example", "b@mail.example"], json["personalizations"]![0]!["to"]!.AsArray()
            .Select(to => (string?)to!["email"]));
    }

    [Fact]
    public async Task Personalizations_are_made_in_turn()
    {
        var mail = new SendGridMessage();
        mail.SetFrom(new EmailAddress("digest@papers.example"));
        mail.AddTo(new EmailAddress("a@mail.example"));
        mail.AddTo(new EmailAddress("b@mail.example"), 1);
        mail.SetSubject("For b", 1);
        mail.AddTo(new EmailAddress("c@mail.example"), personalization: new Personalization { CustomArgs = new() { ["c"] = "3" } });
        Assert.Throws<ArgumentException>(() => mail.AddTo(new EmailAddress("z@mail.example"), 9));
        Assert.Throws<ArgumentNullException>(() => mail.AddTo(null));
        var json = await JsonAsync(mail);
        Assert.Equal([null, "For b", null], json["personalizations"]!.AsArray().Select(one => (string?)one!["subject"]));
        Assert.Equal("3", (string?)json["personalizations"]![2]!["custom_args"]!["c"]);
    }

    [Fact]
    public void Addresses_are_equal_whatever_their_case_and_name()
    {
        Assert.Equal(new EmailAddress("A@b.example", "x"), new EmailAddress("a@B.example"));
        Assert.Equal(new EmailAddress("A@b.example").GetHashCode(), new EmailAddress("a@B.example").GetHashCode());
        Assert.NotEqual(new EmailAddress("a@b.example"), new EmailAddress("c@b.example"));
        Assert.False(new EmailAddress("a@b.example").Equals((object)"a@b.example"));
    }

    private static async Task<JsonNode> JsonAsync(SendGridMessage mail)
    {
        var handler = new RecordingHandler(RecordingHandler.Answer(HttpStatusCode.Accepted));
        await new SendGridClient(new HttpClient(handler), new SendGridClientOptions { ApiKey = "SG.key" }).SendEmailAsync(mail);
        return JsonNode.Parse(handler.Last.Body)!;
    }
}
