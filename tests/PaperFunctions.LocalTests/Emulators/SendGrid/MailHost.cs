using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperFunctions.Emulators.SendGrid;

namespace PaperFunctions.LocalTests.Emulators.SendGrid;

/// <summary>The mail capture on a free port over a fresh folder, and a client that posts to it.</summary>
public sealed class MailHost : IAsyncDisposable
{
    public const string ApiKey = "test-mail";

    private readonly WebApplication _app;

    private MailHost(WebApplication app, MailCapture capture)
    {
        _app = app;
        Capture = capture;
        Http.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public MailCapture Capture { get; }

    public HttpClient Http { get; } = new();

    public static async Task<MailHost> Start(string? folder = null, MailEventOptions? events = null)
    {
        folder ??= Directory.CreateTempSubdirectory("papers-mail-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var capture = MailCapture.Map(app, new MailCaptureOptions { Folder = folder, ApiKey = ApiKey, Events = events });
        await app.StartAsync();
        return new MailHost(app, capture);
    }

    /// <summary>A call that is accepted as it is; tests change it.</summary>
    public static JsonObject Mail(string to = "reader@example.org") => JsonNode.Parse($$"""
        {
          "personalizations": [{
            "to": [{ "email": "{{to}}", "name": "A Reader" }],
            "subject": "Three papers for you",
            "headers": { "List-Unsubscribe": "<https://example.com/u?t=1>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
            "custom_args": { "edition": "2026-01-02" }
          }],
          "from": { "email": "papers@example.com", "name": "Papers" },
          "content": [{ "type": "text/plain", "value": "Plain words" }, { "type": "text/html", "value": "<p>Rich words</p>" }],
          "tracking_settings": { "click_tracking": { "enable": false } }
        }
        """)!.AsObject();

    public async Task<HttpResponseMessage> Post(JsonNode mail, string? key = ApiKey, CancellationToken cancelled = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/mail/send");
        request.Content = new StringContent(mail.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await Http.SendAsync(request, cancelled);
    }

    /// <summary>Posts what must be refused with 400 and gives back the errors.</summary>
    public async Task<JsonArray> Refused(JsonNode mail)
    {
        using var response = await Post(mail);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, Capture.Messages.Count());
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsArray();
    }

    /// <summary>Stops the capture and keeps its files.</summary>
    public async Task Stop()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Http.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(Capture.Messages.Folder, recursive: true);
    }
}
