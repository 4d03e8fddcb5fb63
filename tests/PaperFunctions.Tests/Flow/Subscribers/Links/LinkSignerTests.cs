using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Tests.Contracts;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Links;

public class LinkSignerTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private static readonly string NewerKey = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private readonly TestClock _clock = new();
    private readonly LinkToken _token;

    public LinkSignerTests() =>
        _token = new LinkToken(LinkPurpose.Vote, Make.Id(), _clock.GetUtcNow()
            .AddDays(2), Make.PaperId(), new DateOnly(2026, 3, 14).DayNumber);

    [Fact]
    public void A_signed_token_comes_back_whole()
    {
        var signed = Signer(Key).Sign(_token);
        Assert.All(signed, c => Assert.Contains(c, Alphabet));
        Assert.Equal(_token, Signer(Key).Check(signed, LinkPurpose.Vote));
    }

    [Fact]
    public void A_token_without_a_paper_comes_back_without_one()
    {
        var token = new LinkToken(LinkPurpose.Manage, Make.Id(), _clock.GetUtcNow().AddHours(1));
        Assert.Equal(token, Signer(Key).Check(Signer(Key).Sign(token), LinkPurpose.Manage));
    }

    [Fact]
    public void Any_other_character_anywhere_makes_it_worthless()
    {
        var signer = Signer(Key);
        var signed = signer.Sign(_token);
        for (var at = 0; at < signed.Length; at++)
        {
            foreach (var c in Alphabet + "=+/ \n%é\0")
            {
                if (c != signed[at])
                {
                    Assert.Null(signer.Check($"{signed[..at]}{c}{signed[(at + 1)..]}", LinkPurpose.Vote));
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    public void What_is_no_token_is_refused(string? text) => Assert.Null(Signer(Key).Check(text, LinkPurpose.Vote));

    [Fact]
    public void A_longer_or_shorter_token_is_refused()
    {
        var signed = Signer(Key).Sign(_token);
        Assert.Null(Signer(Key).Check(signed + "A", LinkPurpose.Vote));
        Assert.Null(Signer(Key).Check(signed[1..], LinkPurpose.Vote));
        Assert.Null(Signer(Key).Check(new string('A', signed.Length), LinkPurpose.Vote));
    }

    [Fact]
    public void A_token_is_worth_nothing_for_another_purpose()
    {
        foreach (var made in Enum.GetValues<LinkPurpose>())
        {
            var signed = Signer(Key).Sign(_token with { Purpose = made });
            foreach (var asked in Enum.GetValues<LinkPurpose>())
            {
                Assert.Equal(made == asked, Signer(Key).Check(signed, asked) is not null);
            }
        }
    }

    [Fact]
    public void A_token_of_a_mail_from_before_there_were_epochs_counts_as_epoch_0()
    {
        // Signed by the release before, with the key of 32 zeros.
        const string Old = "AQQAB4SJAAtJaKqqqqqqqqqqqqqqqqqqqqq7u7u7u7u7u7u7u7u7u7u7sBZkDurw8T3M0bE40_TDqg";
        _clock.Set(new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
        var link = Signer(Key).Check(Old, LinkPurpose.Vote);
        Assert.Equal((0, new string('a', 32), new string('b', 32)), (link!.Epoch, link.SubscriberId, link.Paper!.Value.Value));
        Assert.Null(Signer(Key).Check(Old, LinkPurpose.Manage));
        Assert.Null(Signer(NewerKey).Check(Old, LinkPurpose.Vote));
        Assert.Null(Signer(Key).Check(Old + "AA", LinkPurpose.Vote));
    }

    [Fact]
    public void Epoch_and_the_time_of_the_mail_come_back()
    {
        var session = new LinkToken(LinkPurpose.Session, Make.Id(), _clock.GetUtcNow()
            .AddHours(2))
        { Epoch = 65_535, MailedAt = _clock.GetUtcNow() };
        Assert.Equal(session, Signer(Key).Check(Signer(Key).Sign(session), LinkPurpose.Session));
    }

    [Fact]
    public void A_token_ends_at_its_time_rounded_up_to_the_hour()
    {
        var signed = Signer(Key).Sign(_token with { Expires = _clock.GetUtcNow().AddMinutes(90) });
        _clock.Advance(TimeSpan.FromMinutes(119));
        Assert.NotNull(Signer(Key).Check(signed, LinkPurpose.Vote));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(Signer(Key).Check(signed, LinkPurpose.Vote));
    }

    [Fact]
    public void Links_of_the_key_before_are_honoured_while_it_is_named()
    {
        var old = Signer(Key).Sign(_token);
        Assert.NotNull(Signer(NewerKey, previous: Key).Check(old, LinkPurpose.Vote));
        Assert.Null(Signer(NewerKey).Check(old, LinkPurpose.Vote));
        Assert.NotNull(Signer(NewerKey).Check(Signer(NewerKey, previous: Key).Sign(_token), LinkPurpose.Vote));
    }

    [Fact]
    public void A_leaked_key_ends_all_that_it_signed_but_for_leaving()
    {
        var signer = Signer(NewerKey, previous: Key, leaked: true);
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            var old = Signer(Key).Sign(_token with { Purpose = purpose });
            Assert.Equal((purpose, purpose == LinkPurpose.Unsubscribe), (purpose, signer.Check(old, purpose) is not null));
            Assert.NotNull(signer.Check(signer.Sign(_token with { Purpose = purpose }), purpose));
        }
    }

    [Fact]
    public void The_code_of_a_link_to_confirm_comes_back()
    {
        var token = new LinkToken(LinkPurpose.Confirm, Make.Id(), _clock.GetUtcNow().AddHours(1)) { ConfirmCode = int.MaxValue };
        Assert.Equal(token, Signer(Key).Check(Signer(Key).Sign(token), LinkPurpose.Confirm));
    }

    [Fact]
    public void Why_a_token_opens_nothing_can_be_told()
    {
        var signed = Signer(Key).Sign(_token);
        Assert.Equal(TokenFault.Missing, Signer(Key).FaultOf(""));
        Assert.Equal(TokenFault.Unreadable, Signer(Key).FaultOf(signed[1..]));
        Assert.Equal(TokenFault.Forged, Signer(NewerKey).FaultOf(signed));
        Assert.Equal(TokenFault.NotForThis, Signer(Key).FaultOf(signed));
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(TokenFault.Expired, Signer(Key).FaultOf(signed));
    }

    private LinkSigner Signer(string key, string previous = "", bool leaked = false) => new(
        Options.Create(new SiteOptions { SigningKey = key, PreviousSigningKey = previous, PreviousKeyLeaked = leaked }), _clock);
}
