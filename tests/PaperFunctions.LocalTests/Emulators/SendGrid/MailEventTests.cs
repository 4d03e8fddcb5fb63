using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperFunctions.Emulators.SendGrid;

namespace PaperFunctions.LocalTests.Emulators.SendGrid;

/// <summary>Events reach the webhook as SendGrid sends them, with a signature that holds.</summary>
public sealed class MailEventTests
{
    [Fact]
    public async Task Accepted_mail_is_followed_by_signed_events_with_its_custom_arguments()
    {
        var (privateKey, publicKey) = MailEvents.NewKeys();
        await using var hook = await Webhook.Start();
        await using var host =
            await MailHost.Start(events: new MailEventOptions { Target = hook.Address, PrivateKey = privateKey, Automatic = true });
        using var response = await host.Post(MailHost.Mail());

        var call = await hook.Next();
        Assert.True(Verify(publicKey, call));
        var events = JsonNode.Parse(call.Body)!.AsArray();
        Assert.Equal(["processed", "delivered"], events.Select(sent => (string?)sent!["event"]));
        Assert.All(events, sent => Assert.Equal("2026-01-02", (string?)sent!["edition"]));
        Assert.All(events, sent => Assert.Equal("reader@example.org", (string?)sent!["email"]));
        Assert.StartsWith(response.Headers.GetValues("X-Message-Id")
            .Single(), (string?)events[0]!["sg_message_id"], StringComparison.Ordinal);
        Assert.False(Verify(publicKey, call with { Body = call.Body.Replace("processed", "dropped", StringComparison.Ordinal) }));
    }

    [Fact]
    public async Task A_bounce_can_be_asked_for()
    {
        await using var hook = await Webhook.Start();
        await using var host =
            await MailHost.Start(events: new MailEventOptions { Target = hook.Address, PrivateKey = MailEvents.NewKeys().PrivateKey });
        using var sent = await host.Post(MailHost.Mail());
        var id = host.Capture.Messages.List().Single().Id;
        using var content = new StringContent("""{"event":"bounce","reason":"550 no such user","status":"5.1.1","type":"bounce"}""",
            Encoding.UTF8, "application/json");
        using var asked = await host.Http.PostAsync($"/messages/{id}/events", content);
        asked.EnsureSuccessStatusCode();
        var bounce = JsonNode.Parse((await hook.Next()).Body)![0]!;
        Assert.Equal("bounce", (string?)bounce["event"]);
        Assert.Equal("5.1.1", (string?)bounce["status"]);
    }

    [Fact]
    public async Task A_webhook_that_is_down_does_not_touch_the_sender()
    {
        await using var host = await MailHost.Start(events: new MailEventOptions { Target = new Uri("http://127.0.0.1:1/"),
            PrivateKey = MailEvents.NewKeys().PrivateKey, Automatic = true });
        using var response = await host.Post(MailHost.Mail());
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
    }

    private static bool Verify(string publicKey, Webhook.Call call)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData(Encoding.UTF8.GetBytes(call.Timestamp + call.Body), Convert.FromBase64String(call.Signature),
            HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private sealed class Webhook(WebApplication app) : IAsyncDisposable
    {
        private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();

        public Uri Address { get; private set; } = null!;

        public async Task<Call> Next() => await _calls.Reader.ReadAsync();

        public static async Task<Webhook> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var hook = new Webhook(app);
            app.MapPost("/events/sendgrid", async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                await hook._calls.Writer.WriteAsync(new Call(context.Request.Headers[MailEvents.TimestampHeader]!,
                    context.Request.Headers[MailEvents.SignatureHeader]!, await reader.ReadToEndAsync()));
            });
            await app.StartAsync();
            hook.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
                + "/events/sendgrid");
            return hook;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        public sealed record Call(string Timestamp, string Signature, string Body);
    }
}
