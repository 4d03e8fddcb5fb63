using PaperFunctions.Flow.Readers;
using PaperFunctions.Flow.Send;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Readers;

public sealed class ChangeReaderTests : IDisposable
{
    private const string Email = "reader@mail.example";

    private readonly MemoryFlow _flow = new();

    private ChangeReader Readers => _flow.Get<ChangeReader>();

    private DateOnly Today => DateOnly.FromDateTime(_flow.Clock.GetUtcNow().UtcDateTime);

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task Leaving_pausing_and_deleting_are_done_though_no_mail_can_say_so()
    {
        var reader = await _flow.SubscribeAsync(Email);
        _flow.Mail.Answer = (_, attempt) => attempt % 2 == 0 ? throw new IOException("no answer") : new SendResult(SendOutcome.NotNow, null, "busy");

        Assert.Equal(Today.AddDays(5), (await PauseAsync(reader, Today.AddDays(5)))!.Plan.PausedUntil);
        Assert.Equal(SubscriberState.Unsubscribed, (await Readers.UnsubscribeAsync(reader.Id, goodbye: true, default))!.State);
        await Readers.DeleteAsync(reader.Id, default);
        Assert.Null(await _flow.Subscribers.FindAsync(reader.Id, default));
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
        var reader = await _flow.SubscribeAsync(Email);
        await _flow.Votes.PutAsync(reader.Id, new Vote(new PaperId(new string('a', 32)), 1, _flow.Clock.GetUtcNow()), default);
        using var stopped = new CancellationTokenSource();
        _flow.Deliveries.BeforeRemoveAll = stopped.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Readers.DeleteAsync(reader.Id, stopped.Token));

        Assert.Equal(SubscriberState.Unsubscribed, (await _flow.SubscriberAsync(reader.Id)).State);
        _flow.Deliveries.BeforeRemoveAll = null;
        await Readers.DeleteAsync(reader.Id, default);
        Assert.Null(await _flow.Subscribers.FindAsync(reader.Id, default));
        Assert.Null(await _flow.Subscribers.FindByAddressAsync(_flow.Get<AddressHash>().Of(Email), default));
        Assert.Empty(await _flow.Votes.ReadAsync(reader.Id, default).ToListAsync());
    }

    private Task<Subscriber?> PauseAsync(Subscriber reader, DateOnly until) =>
        Readers.SaveAsync(reader.Id, s => s with { Plan = s.Plan with { PausedUntil = until } }, default);
}
