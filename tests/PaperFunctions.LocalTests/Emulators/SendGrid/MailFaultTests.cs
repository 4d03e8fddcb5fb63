using System.Net;
using System.Net.Http.Json;
using PaperFunctions.Emulators.SendGrid;

namespace PaperFunctions.LocalTests.Emulators.SendGrid;

/// <summary>Failures that can be planned, for tests of what a sender does then.</summary>
public sealed class MailFaultTests : IAsyncLifetime
{
    private MailHost _host = null!;

    public async Task InitializeAsync() => _host = await MailHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Too_many_requests_are_answered_as_often_as_planned()
    {
        using var planned = await _host.Http.PostAsJsonAsync("/faults", new { kind = "status", status = 429, times = 2 });
        Assert.Equal(HttpStatusCode.OK, planned.StatusCode);
        for (var i = 0; i < 2; i++)
        {
            using var refused = await _host.Post(MailHost.Mail());
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal("0", refused.Headers.GetValues("X-RateLimit-Remaining").Single());
        }

        using var accepted = await _host.Post(MailHost.Mail());
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(1, _host.Capture.Messages.Count());
    }

    [Fact]
    public async Task A_server_error_keeps_nothing()
    {
        _host.Capture.Faults.Plan(new MailFault(MailFaultKind.Status, Status: 503));
        using var failed = await _host.Post(MailHost.Mail());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(0, _host.Capture.Messages.Count());
    }

    [Fact]
    public async Task A_connection_cut_after_acceptance_leaves_the_mail_sent()
    {
        _host.Capture.Faults.Plan(new MailFault(MailFaultKind.CutAfterAccept));
        await Assert.ThrowsAsync<HttpRequestException>(() => _host.Post(MailHost.Mail()));
        Assert.Equal(1, _host.Capture.Messages.Count());
    }

    [Fact]
    public async Task A_connection_cut_before_acceptance_leaves_nothing()
    {
        _host.Capture.Faults.Plan(new MailFault(MailFaultKind.CutBeforeAccept));
        await Assert.ThrowsAsync<HttpRequestException>(() => _host.Post(MailHost.Mail()));
        Assert.Equal(0, _host.Capture.Messages.Count());
    }

    [Fact]
    public async Task Silence_after_acceptance_lasts_until_the_caller_gives_up()
    {
        _host.Capture.Faults.Plan(new MailFault(MailFaultKind.SilentAfterAccept));
        using var patience = new CancellationTokenSource();
        var call = _host.Post(MailHost.Mail(), cancelled: patience.Token);
        while (_host.Capture.Messages.Count() == 0)
        {
            await Task.Yield(); // Until the mail has been accepted.
        }

        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, _host.Capture.Messages.Count());
    }

    [Fact]
    public async Task A_fault_that_makes_no_sense_is_refused_with_an_example()
    {
        using var refused = await _host.Http.PostAsJsonAsync("/faults", new { kind = "status", status = 200 });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("silentAfterAccept", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, _host.Capture.Faults.Left);
    }
}
