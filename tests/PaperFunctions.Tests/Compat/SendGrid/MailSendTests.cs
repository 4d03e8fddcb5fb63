using System.Net;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace PaperFunctions.Tests.Compat.SendGrid;

public sealed class MailSendTests
{
    private static readonly EmailAddress From = new("digest@papers.example", "Papers");

    [Fact]
    public async Task A_mail_is_posted_as_the_api_documents_it()
    {
        var mail = MailHelper.CreateSingleEmail(From, new EmailAddress("reader@mail.example"), "Two papers", "Text", "<p>Html</p>");
        mail.AddHeader("List-Unsubscribe", "<https://papers.example/u>");
        mail.AddHeaders(new() { ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" });
        mail.AddCustomArg("edition", "2026-03-14");
        mail.AddCategory("edition");
        mail.SetReplyTo(new EmailAddress("help@papers.example"));
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);
        mail.SetSubscriptionTracking(false);
        mail.SetSandBoxMode(true);

        var sent = await SendAsync(mail);
        Assert.Equal(
            """{"from":{"name":"Papers","email":"digest@papers.example"},""" +
            """
            "personalizations":[{"to":[{"email":"reader@mail.example"}],"subject":"Two papers",
            """ +
            """
            "headers":{"List-Unsubscribe":"\u003Chttps://papers.example/u\u003E","List-Unsubscribe-Post":"List-Unsubscribe=One-Click"},"custom_args":{"edition":"2026-03-14"}}],
            """ +
            """
            "content":[{"type":"text/plain","value":"Text"},{"type":"text/html","value":"\u003Cp\u003EHtml\u003C/p\u003E"}],"categories":["edition"],
            """ +
            """
            "mail_settings":{"sandbox_mode":{"enable":true}},
            """ +
            """
            "tracking_settings":{"click_tracking":{"enable":false,"enable_text":false},"open_tracking":{"enable":false},"subscription_tracking":{"enable":false}},
            """ +
            """
            "reply_to":{"email":"help@papers.example"}}
            """,
            sent.Body);
    }

    [Theory]
    [InlineData("https://api.eu.sendgrid.com")]
    [InlineData("https://api.eu.sendgrid.com/")]
    public async Task It_goes_to_the_host_with_the_key(string host)
    {
        var sent = await SendAsync(Mail(), new SendGridClientOptions { ApiKey = "SG.key", Host = host });
        Assert.Equal(("POST", "https://api.eu.sendgrid.com/v3/mail/send"), (sent.Method, sent.Uri.AbsoluteUri));
        Assert.Equal(("Bearer SG.key", "application/json"), (sent.Headers["Authorization"], sent.Headers["Content-Type"]));
    }

    [Fact]
    public void The_host_is_the_global_one_unless_set_and_there_is_always_a_key()
    {
        Assert.Equal("https://api.sendgrid.com", new SendGridClientOptions().Host);
        Assert.Throws<ArgumentNullException>(() => new SendGridClientOptions { ApiKey = " " });
    }

    [Fact]
    public async Task The_answer_is_handed_on_whatever_it_is()
    {
        var handler = new RecordingHandler(
            RecordingHandler.Answer(HttpStatusCode.Accepted, headers: [("X-Message-Id", "m1")]),
            RecordingHandler.Answer(HttpStatusCode.TooManyRequests, """{"errors":[]}""", headers: [("X-RateLimit-Reset", "1700000000")]));
        var client = new SendGridClient(new HttpClient(handler), new SendGridClientOptions { ApiKey = "SG.key" });
        var accepted = await client.SendEmailAsync(Mail());
        Assert.True(accepted.IsSuccessStatusCode);
        Assert.Equal("m1", accepted.Headers.GetValues("X-Message-Id").Single());
        var busy = await client.SendEmailAsync(Mail());
        Assert.False(busy.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, busy.StatusCode);
        Assert.Equal("""{"errors":[]}""", await busy.Body.ReadAsStringAsync());
    }

    private static SendGridMessage Mail() =>
        MailHelper.CreateSingleEmail(From, new EmailAddress("reader@mail.example"), "Subject", "Text", null);

    private static async Task<Recorded> SendAsync(SendGridMessage mail, SendGridClientOptions? options = null)
    {
        var handler = new RecordingHandler(RecordingHandler.Answer(HttpStatusCode.Accepted));
        await new SendGridClient(new HttpClient(handler), options ?? new SendGridClientOptions { ApiKey = "SG.key" }).SendEmailAsync(mail);
        return handler.Last;
    }
}
