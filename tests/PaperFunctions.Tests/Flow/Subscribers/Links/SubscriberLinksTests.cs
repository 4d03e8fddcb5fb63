using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Contracts;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Links;

public class SubscriberLinksTests
{
    private static readonly IOptions<SiteOptions> Site =
        Options.Create(new SiteOptions { BaseUrl = "https://papers.example", SigningKey = Convert.ToBase64String(new byte[32]) });

    private readonly TestClock _clock = new();
    private readonly Subscriber _reader = new() { Id = Make.Id(), Email = "reader@mail.example" };
    private readonly LinkSigner _signer;
    private readonly SubscriberLinks _links;

    public SubscriberLinksTests()
    {
        _signer = new LinkSigner(Site, _clock);
        _links = new SubscriberLinks(_signer, Site, _clock);
    }

    [Theory]
    [InlineData("/unsubscribe", LinkPurpose.Unsubscribe)]
    [InlineData("/vote", LinkPurpose.Vote)]
    public void A_page_gives_the_preferences_no_longer_than_its_mail_did(string page, LinkPurpose purpose)
    {
        var link = Link(page, purpose);
        var mailed = Token(_links.Preferences(_reader), LinkPurpose.Manage);
        _clock.Advance(TimeSpan.FromDays(80));
        Assert.Equal(mailed, _signer.Check(_links.Beside(link, LinkPurpose.Manage), LinkPurpose.Manage));

        _clock.Advance(TimeSpan.FromDays(101));
        Assert.Null(_links.Beside(link, LinkPurpose.Manage));
    }

    [Fact]
    public void Going_from_page_to_page_makes_no_link_younger()
    {
        var manage = Token(_links.Preferences(_reader), LinkPurpose.Manage);
        for (var day = 0; day < 170; day += 10)
        {
            _clock.Advance(TimeSpan.FromDays(10));
            var unsubscribe = _signer.Check(_links.Beside(manage, LinkPurpose.Unsubscribe), LinkPurpose.Unsubscribe)!;
            Assert.Equal(manage, _signer.Check(_links.Beside(unsubscribe, LinkPurpose.Manage), LinkPurpose.Manage));
        }
    }

    [Fact]
    public void A_vote_on_a_page_leads_nowhere() =>
        Assert.Null(_links.Beside(_signer.Check(_links.VoteToken(_reader, Make.PaperId()), LinkPurpose.Vote)!, LinkPurpose.Manage));

    private LinkToken Link(string page, LinkPurpose purpose) => purpose == LinkPurpose.Vote
        ? Token(_links.Vote(_reader, Make.PaperId(), new DateOnly(2026, 3, 14), 1), purpose)
        : Token(_links.Unsubscribe(_reader), purpose);

    private LinkToken Token(string address, LinkPurpose purpose) => _signer.Check(address.Split("t=")[1].Split('&')[0], purpose)!;
}
