using System.Text.RegularExpressions;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Papers;
using PaperFunctions.Tests.Flow.Parts;

namespace PaperFunctions.Tests.Flow.Subscribers.Accounts;

/// <summary>A link that confirms works once, and never against somebody's later wish.</summary>
public sealed class ConfirmTests : IDisposable
{
    private const string Email = "reader@mail.example";

    private readonly MemoryFlow _flow = new();

    private SubscriberAccount Accounts => _flow.Get<SubscriberAccount>();

    public void Dispose() => _flow.Dispose();

    [Fact]
    public async Task A_link_confirms_once()
    {
        var link = await AskAsync();
        Assert.Equal(SubscriberState.Active, (await ConfirmAsync(link))!.State);
        Assert.Null(await ConfirmAsync(link));
    }

    [Fact]
    public async Task Of_two_links_of_one_sign_up_either_confirms_and_then_none()
    {
        var first = await AskAsync();
        _flow.Clock.Advance(TimeSpan.FromHours(1));
        var second = await AskAsync();
        Assert.NotNull(await ConfirmAsync(first));
        Assert.Null(await ConfirmAsync(second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_left_is_not_brought_back_by_an_older_link_but_by_a_new_one(bool wasUsed)
    {
        var link = await AskAsync();
        var id = _flow.Get<LinkSigner>().Check(link, LinkPurpose.Confirm)!.SubscriberId;
        if (wasUsed)
        {
            await ConfirmAsync(link);
        }

        await Accounts.UnsubscribeAsync(id, goodbye: false, default);
        Assert.Null(await ConfirmAsync(link));
        Assert.Equal(SubscriberState.Unsubscribed, (await _flow.SubscriberAsync(id)).State);

        _flow.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(SubscriberState.Active, (await ConfirmAsync(await AskAsync()))!.State);
    }

    [Fact]
    public async Task A_suppressed_address_stays_so_whichever_link_is_used()
    {
        var link = await AskAsync();
        var id = _flow.Get<LinkSigner>().Check(link, LinkPurpose.Confirm)!.SubscriberId;
        await Accounts.SuppressAsync(id, default);
        Assert.Null(await ConfirmAsync(link));
        Assert.Null(await ConfirmAsync(TokenOf(_flow.Get<SubscriberLinks>().Confirm(await _flow.SubscriberAsync(id)))));
        Assert.Equal(SubscriberState.Suppressed, (await _flow.SubscriberAsync(id)).State);
    }

    [Fact]
    public async Task Ending_all_links_ends_this_one_too()
    {
        var link = await AskAsync();
        await Accounts.EndLinksAsync(_flow.Get<LinkSigner>().Check(link, LinkPurpose.Confirm)!.SubscriberId, default);
        Assert.Null(await ConfirmAsync(link));
    }

    /// <returns>The token of the mail that was sent.</returns>
    private async Task<string> AskAsync()
    {
        await _flow.Get<SignUpSubscriber>().RunAsync(new SignUp(1, Email, ["sponge reefs"], 7, "Etc/UTC", false, 8), default);
        return TokenOf(_flow.Mail.Sent[^1].Text);
    }

    private static string TokenOf(string text) => Regex.Match(text, @"/confirm\?t=([\w-]+)").Groups[1].Value;

    /// <summary>As the page does it.</summary>
    private async Task<Subscriber?> ConfirmAsync(string token) =>
        await _flow.Get<LinkAuthenticator>().OpenAsync(token, LinkPurpose.Confirm, default) is { } opened
            ? await Accounts.ConfirmAsync(opened.Link, default)
            : null;
}
