using System.Text;
using System.Text.Json;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Import;

public sealed class ImportPeopleTests : IDisposable
{
    private static readonly ImportOrder Silent = new(Invite: false, "On paper, 2025.", ["kelp"], 6, "Europe/Zurich");

    private readonly MemoryFlow _flow = new();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task Whoever_has_agreed_gets_editions_at_once_and_no_mail_and_the_consent_is_noted()
    {
        var import = await StartAsync("email,topics,confirm_time\nada@example.org,reefs,2024-01-02\nben@example.org,,\n", Silent);
        await RunAsync();
        Assert.Equal(new ImportCounts(2, 0), await _flow.Imports.DoneAsync(import.Id, default));
        var ada = await ByAddressAsync("ada@example.org");
        Assert.Equal((SubscriberState.Active, "reefs", 6, "Europe/Zurich"), (ada.State, ada.Interests.Single().Text, ada.Plan.Hour,
            ada.Plan.Zone));
        Assert.Equal("On paper, 2025. Confirmed there on 2024-01-02.", ada.Consent!.Note);
        Assert.NotNull(ada.NextDue);
        Assert.Equal("kelp", (await ByAddressAsync("ben@example.org")).Interests.Single().Text);
        Assert.Empty(_flow.Mail.Sent);
        Assert.Empty(_flow.Queues.SignUps);
    }

    [Fact]
    public async Task An_invitation_asks_to_confirm_and_nothing_comes_before()
    {
        await StartAsync("email\nada@example.org\n", Silent with { Invite = true });
        await RunAsync();
        await RunAsync();
        var ada = await ByAddressAsync("ada@example.org");
        Assert.Equal((SubscriberState.Pending, null), (ada.State, ada.NextDue));
        foreach (var wish in _flow.Queues.SignUps)
        {
            await _flow.Get<SignUpSubscriber>().RunAsync(wish, default);
        }

        Assert.Single(_flow.Mail.Sent);
        Assert.NotNull((await ByAddressAsync("ada@example.org")).Consent);
    }

    [Fact]
    public async Task Whoever_is_here_already_stays_as_they_are_in_every_state()
    {
        var accounts = _flow.Get<SubscriberAccount>();
        var active = await _flow.SubscribeAsync("active@example.org");
        var gone = await _flow.SubscribeAsync("gone@example.org");
        await accounts.UnsubscribeAsync(gone.Id, goodbye: false, default);
        var dead = await _flow.SubscribeAsync("dead@example.org");
        await accounts.SuppressAsync(dead.Id, default);
        await _flow.Get<SignUpSubscriber>().RunAsync(new SignUp(1, "asked@example.org", ["sponges"], 7, "Etc/UTC", false, 8), default);
        var import = await StartAsync("email\nactive@example.org\ngone@example.org\ndead@example.org\nasked@example.org\nnew@example.org\n", Silent);
        await RunAsync();
        Assert.Equal(new ImportCounts(1, 4), await _flow.Imports.DoneAsync(import.Id, default));
        Assert.Equal("sponge reefs", (await _flow.SubscriberAsync(active.Id)).Interests.Single().Text);
        Assert.Equal(SubscriberState.Unsubscribed, (await _flow.SubscriberAsync(gone.Id)).State);
        Assert.Equal(SubscriberState.Suppressed, (await _flow.SubscriberAsync(dead.Id)).State);
        Assert.Equal(SubscriberState.Pending, (await ByAddressAsync("asked@example.org")).State);
    }

    [Fact]
    public async Task The_same_message_twice_counts_nobody_twice_and_the_same_file_twice_adds_nobody()
    {
        const string File = "email\nada@example.org\nben@example.org\n";
        var first = await StartAsync(File, Silent);
        await RunAsync();
        await RunAsync();
        Assert.Equal(new ImportCounts(2, 0), await _flow.Imports.DoneAsync(first.Id, default));
        _flow.Queues.People.Clear();
        var second = await StartAsync(File, Silent);
        await RunAsync();
        Assert.Equal(new ImportCounts(0, 2), await _flow.Imports.DoneAsync(second.Id, default));
        Assert.Equal(2, await _flow.Subscribers.ListAsync(default).CountAsync());
    }

    [Fact]
    public async Task An_account_that_a_stop_left_without_interests_is_finished()
    {
        await _flow.Get<EnrolSubscriber>().FindOrAddAsync("ada@example.org", default);
        await StartAsync("email\nada@example.org\n", Silent);
        await RunAsync();
        Assert.Equal(SubscriberState.Active, (await ByAddressAsync("ada@example.org")).State);
    }

    [Fact]
    public async Task Somebody_who_left_before_a_message_ran_again_stays_away()
    {
        await StartAsync("email\nada@example.org\n", Silent);
        await RunAsync();
        await _flow.Get<SubscriberAccount>().UnsubscribeAsync((await ByAddressAsync("ada@example.org")).Id, goodbye: false, default);
        await RunAsync();
        Assert.Equal(SubscriberState.Unsubscribed, (await ByAddressAsync("ada@example.org")).State);
    }

    [Fact]
    public async Task Every_message_fits_into_a_queue_however_long_the_topics()
    {
        var topics = string.Join(';', Enumerable.Range(0, 30).Select(i => $"{i}" + new string('海', 110)));
        await StartAsync("email,topics\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"r{i}@example.org,\"{topics}\"\n")),
            Silent with { Topics = topics.Split(';') });
        Assert.Equal(40, _flow.Queues.People.Sum(b => b.People.Count));
        Assert.All(_flow.Queues.People, b => Assert.True(JsonSerializer.SerializeToUtf8Bytes(b).Length <= 48 << 10));
    }

    private async Task<PeopleImport> StartAsync(string file, ImportOrder order) =>
        await _flow.Get<ImportPeople>().StartAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), order, default);

    private async Task RunAsync()
    {
        foreach (var batch in _flow.Queues.People.ToList())
        {
            await _flow.Get<AddPeople>().RunAsync(batch, default);
        }
    }

    private async Task<Subscriber> ByAddressAsync(string email) =>
        await _flow.SubscriberAsync((await _flow.Subscribers.FindByAddressAsync(_flow.Get<AddressHash>().Of(email), default))!);
}
