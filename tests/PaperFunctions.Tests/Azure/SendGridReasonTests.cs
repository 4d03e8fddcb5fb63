using System.Net;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure.Mail;
using PaperFunctions.Flow.Mail;
using SendGrid;

namespace PaperFunctions.Tests.Azure;

public sealed class SendGridReasonTests
{
    [Fact]
    public async Task A_reason_that_names_the_reader_is_kept_without_the_address()
    {
        using var http = new HttpClient(new Refusing("""{"errors":[{"message":"Reader@Example.org is not a valid address"}]}"""));
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = "SG.test", Host = "https://mail.example" });
        var sender = new SendGridSender(client,
            Options.Create(new MailOptions { ApiKey = "SG.test", From = "papers@example.org", Host = "https://mail.example" }));
        var none = new Dictionary<string, string>();
        var result = await sender.SendAsync(new OutgoingMail("reader@example.org", "A subject", "<p>Text</p>", "Text", none, none),
            default);
        Assert.Equal(SendOutcome.Refused, result.Outcome);
        Assert.Contains("(the address) is not a valid address", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("@", result.Reason, StringComparison.Ordinal);
    }

    private sealed class Refusing(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(body) });
    }
}
