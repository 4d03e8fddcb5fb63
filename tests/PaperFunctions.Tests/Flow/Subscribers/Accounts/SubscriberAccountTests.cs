using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Accounts;

public sealed class SubscriberAccountTests : IDisposable
{
    private const string Email = "reader@mail.example";

    private readonly MemoryFlow _flow = new();

    private SubscriberAccount Readers => _flow.Get<SubscriberAccount>();

    private DateOnly Today => DateOnly.FromDateTime(_flow.Clock.GetUtcNow().UtcDateTime);

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task Leaving_pausing_and_deleting_are_done_though_no_mail_can_say_so()
    {
        var subscriber = await _flow.SubscribeAsync(Email);
        _flow.Mail.Answer = (_, attempt) =>
            attempt % 2 == 0 ? throw new IOException("no answer") : new SendResult(SendOutcome.NotNow, null, "busy");

        Assert.Equal(Today.AddDays(5), (await PauseAsync(subscriber, Today.AddDays(5)))!.Plan.PausedUntil);
        Assert.Equal(SubscriberState.Unsubscribed, (await Readers.UnsubscribeAsync(subscriber.Id, goodbye: true, default))!.State);
        await Readers.DeleteAsync(subscriber.Id, default);
        Assert.Null(await _flow.Subscribers.FindAsync(subscriber.Id, default));
        Assert.Equal(3, _flow.Mail.Attempts);
    }

    [Theory]
    [InlineData(-400, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task Only_a_pause_that_is_still_to_end_is_confirmed_by_mail(int days, int mails)
    {
        await PauseAsync(await _flow.SubscribeAsync(Email), Today.AddDays(days));
        Assert.Equal(mails, _flow.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_deletion_that_is_cut_short_can_be_asked_for_again()
    {
        var subscriber = await _flow.SubscribeAsync(Email);
        await _flow.Votes.PutAsync(subscriber.Id, new Vote(new PaperId(new string('a', 32)), 1, _flow.Clock.GetUtcNow()), default);
        using var stopped = new CancellationTokenSource();
        _flow.Deliveries.BeforeRemoveAll = stopped.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Readers.DeleteAsync(subscriber.Id, stopped.Token));

        Assert.Equal(SubscriberState.Unsubscribed, (await _flow.SubscriberAsync(subscriber.Id)).State);
        _flow.Deliveries.BeforeRemoveAll = null;
        await Readers.DeleteAsync(subscriber.Id, default);
        Assert.Null(await _flow.Subscribers.FindAsync(subscriber.Id, default));
        Assert.Null(await _flow.Subscribers.FindByAddressAsync(_flow.Get<AddressHash>().Of(Email), default));
        Assert.Empty(await _flow.Votes.ReadAsync(subscriber.Id, default).ToListAsync());
    }

    private Task<Subscriber?> PauseAsync(Subscriber subscriber, DateOnly until) =>
        Readers.SaveAsync(subscriber.Id, s => s with { Plan = s.Plan with { PausedUntil = until } }, default);
}
