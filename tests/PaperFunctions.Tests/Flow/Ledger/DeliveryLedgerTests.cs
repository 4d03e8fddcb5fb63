using PaperFunctions.Flow.Ledger;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Contracts;
using PaperFunctions.Tests.Flow.Parts;
using PaperFunctions.Tests.Memory;

namespace PaperFunctions.Tests.Flow.Ledger;

public class DeliveryLedgerTests
{
    private const string Key = "2026-03-14";

    private readonly string _subscriber = Make.Id();
    private readonly MemoryDeliveryTable _table = new();
    private readonly TestClock _clock = new();
    private readonly DeliveryLedger _ledger;

    public DeliveryLedgerTests() => _ledger = new DeliveryLedger(_table, _clock);

    [Fact]
    public async Task An_edition_is_claimed_once()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(ClaimAsync)));
        Assert.Single(claims, c => c.Result == ClaimResult.Claimed);
        Assert.Equal(19, claims.Count(c => c.Result == ClaimResult.Held));
    }

    [Fact]
    public async Task A_claim_holds_for_its_lease_and_then_goes_to_the_next_with_its_cut_off()
    {
        var first = await ClaimAsync();
        _clock.Advance(DeliveryLedger.Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(ClaimResult.Held, (await ClaimAsync()).Result);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var second = await ClaimAsync();
        Assert.Equal((ClaimResult.Claimed, 2, first.Row!.Value.Cutoff),
            (second.Result, second.Row!.Value.Attempt, second.Row.Value.Cutoff));
    }

    [Fact]
    public async Task What_is_settled_stays_settled()
    {
        var claim = await ClaimAsync();
        await _ledger.SentAsync(claim.Row!, "m1", default);
        await _ledger.FailedAsync(claim.Row!, "too late", default);
        await _ledger.ConfirmSentAsync(_subscriber, Key, "m2", default);
        _clock.Advance(TimeSpan.FromDays(1));
        var again = await ClaimAsync();
        Assert.Equal((ClaimResult.Settled, DeliveryState.Sent, "m1"), (again.Result, again.Row!.Value.State, again.Row.Value.MessageId));
    }

    [Fact]
    public async Task The_provider_s_event_settles_a_claim_whoever_holds_it()
    {
        var claim = await ClaimAsync();
        await _ledger.ConfirmSentAsync(_subscriber, Key, "m1", default);
        await _ledger.FailedAsync(claim.Row!, "no answer", default);
        Assert.Equal((DeliveryState.Sent, "m1"), (await CurrentAsync() is var now ? (now.State, now.MessageId) : default));
    }

    [Fact]
    public async Task An_event_for_an_edition_that_is_not_known_is_passed_over()
    {
        await _ledger.ConfirmSentAsync(_subscriber, "2020-01-01", "m1", default);
        Assert.Null(await _table.FindAsync((_subscriber, "2020-01-01"), default));
    }

    [Fact]
    public async Task A_released_claim_may_be_taken_at_once_and_its_picks_do_not_count_as_sent()
    {
        var noted = await _ledger.NoteAsync((await ClaimAsync()).Row!, NewEdition(), "subject", default);
        Assert.Single((await _table.SentPapersAsync(_subscriber, DateOnly.MinValue, default)).Papers);
        await _ledger.ReleaseAsync(noted!, "busy", sentPerhaps: false, default);
        Assert.Empty((await _table.SentPapersAsync(_subscriber, DateOnly.MinValue, default)).Papers);
        Assert.Equal(ClaimResult.Claimed, (await ClaimAsync()).Result);
    }

    [Fact]
    public async Task A_released_claim_keeps_picks_that_an_earlier_attempt_may_have_sent()
    {
        var noted = await _ledger.NoteAsync((await ClaimAsync()).Row!, NewEdition(), "subject", default);
        await _ledger.ReleaseAsync(noted!, "busy", sentPerhaps: true, default);
        Assert.Single((await _table.SentPapersAsync(_subscriber, DateOnly.MinValue, default)).Papers);
    }

    private Task<Claim> ClaimAsync() => _ledger.ClaimAsync(_subscriber, Key, _clock.GetUtcNow(), default);

    private async Task<Delivery> CurrentAsync() => (await _table.FindAsync((_subscriber, Key), default))!.Value;

    private Edition NewEdition() => new()
    {
        Key = Key, Subscriber = Make.Subscriber(_subscriber), Picks = [new Pick(1, Make.Stored("Glass Sponges"), 1, 1, ["sponges"])],
    };
}
