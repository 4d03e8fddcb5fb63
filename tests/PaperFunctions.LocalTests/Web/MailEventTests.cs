using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Emulators.SendGrid;
using PaperFunctions.LocalTests.Web.Parts;
using PaperFunctions.Papers;

namespace PaperFunctions.LocalTests.Web;

/// <summary>The mail provider's signed events.</summary>
[Collection(SiteCollection.Name)]
public sealed class MailEventTests(SiteFixture site)
{
    private const string Address = "/events/sendgrid";

    [Theory]
    [InlineData("bounce", "bounce", "", SubscriberState.Suppressed)]
    [InlineData("bounce", "blocked", "", SubscriberState.Active)]
    [InlineData("dropped", "", "Bounced Address", SubscriberState.Suppressed)]
    [InlineData("dropped", "", "Recipient List over Package Quota", SubscriberState.Active)]
    [InlineData("spamreport", "", "", SubscriberState.Suppressed)]
    [InlineData("unsubscribe", "", "", SubscriberState.Unsubscribed)]
    [InlineData("open", "", "", SubscriberState.Active)]
    public async Task What_came_back_stops_mail_where_the_address_is_to_blame(string kind, string type, string reason,
        SubscriberState expected)
    {
        var reader = await site.EnrolAsync("language models");
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync([Event(reader, kind, type: type, reason: reason)]));
        Assert.Equal(expected, (await site.FindAsync(reader))!.State);
    }

    [Fact]
    public async Task The_same_event_told_again_with_another_id_of_theirs_acts_once()
    {
        var reader = await site.EnrolAsync("language models");
        var bounce = Event(reader, "bounce", reason: "550 no such user");
        await PostAsync([bounce]);
        var row = (await site.Get<ISubscriberTable>().FindAsync(reader.Id, default))!;
        await site.Get<ISubscriberTable>().TrySaveAsync(row with { Value = row.Value with { State = SubscriberState.Active } }, default);
        await PostAsync([new Dictionary<string, object>(bounce) { ["sg_event_id"] = "another" }]);

        Assert.Equal(SubscriberState.Active, (await site.FindAsync(reader))!.State);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Single(await site.Get<IMailEventTable>().ReadAsync(today, default).Where(r => r.SubscriberId == reader.Id).ToListAsync());
    }

    [Fact]
    public async Task An_address_in_what_a_server_says_is_not_kept()
    {
        var reader = await site.EnrolAsync("language models");
        await PostAsync([Event(reader, "bounce", reason: $"550 5.1.1 <{reader.Email.ToUpperInvariant()}>: user unknown")]);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var noted = await site.Get<IMailEventTable>().ReadAsync(today, default).FirstAsync(r => r.SubscriberId == reader.Id);
        Assert.Equal("550 5.1.1 <(the address)>: user unknown", noted.Reason);
    }

    [Fact]
    public async Task Mail_that_carries_no_arguments_is_known_by_its_address()
    {
        var reader = await site.EnrolAsync("language models");
        var bounce = Event(reader, "bounce");
        bounce.Remove("subscriber");
        await PostAsync([bounce]);
        Assert.Equal(SubscriberState.Suppressed, (await site.FindAsync(reader))!.State);
    }

    [Fact]
    public async Task An_edition_whose_end_was_not_seen_is_settled_by_its_event()
    {
        var reader = await site.EnrolAsync("language models");
        var ledger = site.Get<DeliveryLedger>();
        await ledger.ClaimAsync(reader.Id, "2026-03-14", DateTimeOffset.UtcNow, default);
        await PostAsync([Event(reader, "delivered", edition: "2026-03-14")]);
        var row = (await site.Get<IDeliveryTable>().FindAsync(reader.Id, "2026-03-14", default))!.Value;
        Assert.Equal((DeliveryState.Sent, "message1"), (row.State, row.MessageId));
    }

    [Fact]
    public async Task What_the_provider_tried_in_vain_for_a_day_is_still_taken()
    {
        var reader = await site.EnrolAsync("language models");
        var body = Body(new[] { Event(reader, "bounce") });
        var then = DateTimeOffset.UtcNow.AddHours(-23).ToUnixTimeSeconds().ToString();

        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(Sign(site.Stack.Secrets.EventPrivateKey, then, body), then, body));
        Assert.Equal(SubscriberState.Suppressed, (await site.FindAsync(reader))!.State);
    }

    [Fact]
    public async Task What_is_not_signed_by_the_provider_of_late_is_refused_and_changes_nothing()
    {
        var reader = await site.EnrolAsync("language models");
        var body = Body(new[] { Event(reader, "bounce") });
        var (strangersKey, _) = MailEvents.NewKeys();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var ours = site.Stack.Secrets.EventPrivateKey;
        (string? Signature, string? Time, byte[] Sent)[] bad =
        [
            (null, null, body), (null, $"{now}", body), (Sign(ours, $"{now}", body), null, body),
            (Sign(strangersKey, $"{now}", body), $"{now}", body),
            (Sign(ours, $"{now}", body), $"{now + 1}", body),
            (Sign(ours, $"{now}", body), $"{now}", [.. body, (byte)' ']),
            (Sign(ours, $"{now - (26 * 3600)}", body), $"{now - (26 * 3600)}", body),
            (Sign(ours, $"{now + 3600}", body), $"{now + 3600}", body),
            ("not Base64!", $"{now}", body), (Convert.ToBase64String([1, 2, 3]), $"{now}", body), (Sign(ours, "soon", body), "soon", body),
        ];
        foreach (var (signature, time, sent) in bad)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(signature, time, sent));
        }

        Assert.Equal(SubscriberState.Active, (await site.FindAsync(reader))!.State);
    }

    [Fact]
    public async Task A_signed_post_that_is_sent_again_acts_once_and_a_day_later_not_at_all()
    {
        var reader = await site.EnrolAsync("language models");
        var body = Body(new[] { Event(reader, "bounce") });
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        var signature = Sign(site.Stack.Secrets.EventPrivateKey, now, body);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(signature, now, body));
        var row = (await site.Get<ISubscriberTable>().FindAsync(reader.Id, default))!;
        await site.Get<ISubscriberTable>().TrySaveAsync(row with { Value = row.Value with { State = SubscriberState.Active } }, default);

        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(signature, now, body));
        Assert.Equal(SubscriberState.Active, (await site.FindAsync(reader))!.State);

        var then = DateTimeOffset.UtcNow.AddHours(-26).ToUnixTimeSeconds().ToString();
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(Sign(site.Stack.Secrets.EventPrivateKey, then, body), then, body));
        Assert.Contains(site.Audit, line => line.StartsWith("9104", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1,")]
    [InlineData("")]
    public async Task A_signed_body_that_is_no_list_of_events_is_said_to_be_so(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("""[1,null,"x",{}]""")]
    [InlineData("""[{"event":"bounce","email":17,"timestamp":"soon","subscriber":["a"]}]""")]
    [InlineData("""[{"event":"bounce","email":"a/b#c?@example.org","timestamp":99999999999999,"subscriber":"../x","edition":"a/b"}]""")]
    [InlineData("""[{"event":"delivered","timestamp":-5,"subscriber":"ffffffffffffffffffffffffffffffff","edition":"2026-03-14"}]""")]
    public async Task Events_that_make_no_sense_are_passed_over(string body) =>
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task More_than_the_provider_ever_sends_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new byte[(2 << 20) + 1]));

    private static Dictionary<string, object> Event(Subscriber reader, string kind, string type = "", string reason = "",
        string? edition = null)
    {
        var told = new Dictionary<string, object>
        {
            ["event"] = kind, ["type"] = type, ["reason"] = reason, ["email"] = reader.Email, ["subscriber"] = reader.Id,
            ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(), ["sg_event_id"] = "one", ["sg_message_id"] = "message1.filter",
        };
        if (edition is not null)
        {
            told["edition"] = edition;
        }

        return told;
    }

    private static byte[] Body(object events) => JsonSerializer.SerializeToUtf8Bytes(events);

    private Task<HttpStatusCode> PostAsync(IReadOnlyList<Dictionary<string, object>> events) => PostAsync(Body(events));

    private Task<HttpStatusCode> PostAsync(byte[] body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        return SendAsync(Sign(site.Stack.Secrets.EventPrivateKey, now, body), now, body);
    }

    private async Task<HttpStatusCode> SendAsync(string? signature, string? timestamp, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(MailEvents.SignatureHeader, signature);
        request.Headers.TryAddWithoutValidation(MailEvents.TimestampHeader, timestamp);
        using var answer = await site.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Sign(string privateKey, string timestamp, byte[] body)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(privateKey), out _);
        return Convert.ToBase64String(key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
    }
}
