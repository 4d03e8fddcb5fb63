using System.Text;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Pages.Mail;

namespace PaperFunctions.Tests.Pages.Mail;

public sealed class NoticeMailTests
{
    private static readonly SenderView Sender = new("PaperFunctions", "PaperFunctions, 1 Sample Street, 00000 Sampletown");

    private static readonly RazorNoticeRenderer Notices = new(Rendering.Components);

    private static readonly ConfirmationView Confirmation = new(
        Sender, "https://papers.example/confirm?t=token", new DateTimeOffset(2031, 5, 16, 9, 30, 0, TimeSpan.Zero),
        "every day at 07:00, Europe/Zurich");

    private static readonly SignInMailView SignIn = new(
        Sender, "https://papers.example/sign-in?t=token", new DateTimeOffset(2031, 5, 16, 9, 30, 0, TimeSpan.Zero));

    private static readonly GoodbyeView Goodbye = new(Sender, false, "https://papers.example/");

    private static readonly PausedView Paused = new(
        Sender, new DateOnly(2031, 6, 1), "https://papers.example/preferences?t=token", "https://papers.example/unsubscribe?t=token");

    [Fact]
    public async Task The_confirmation_is_as_approved() => Approve("confirmation", await Notices.RenderAsync(Confirmation, default));

    [Fact]
    public async Task The_goodbyes_are_as_approved()
    {
        Approve("goodbye", await Notices.RenderAsync(Goodbye, default));
        Approve("goodbye-deleted", await Notices.RenderAsync(Goodbye with { Deleted = true }, default));
    }

    [Fact]
    public async Task The_link_to_sign_in_is_as_approved() => Approve("sign-in", await Notices.RenderAsync(SignIn, default));

    [Fact]
    public async Task The_pauses_are_as_approved()
    {
        Approve("paused", await Notices.RenderAsync(Paused, default));
        Approve("paused-open", await Notices.RenderAsync(Paused with { Until = null }, default));
    }

    [Fact]
    public async Task Whatever_somebody_signs_up_with_stays_text_and_short()
    {
        var hostile = "<script>alert(1)</script>\u202e\r\nBcc: x@y.example \ud800" + new string('中', 100_000);
        var mail = await Notices.RenderAsync(
            Confirmation with { Sender = new(hostile, hostile), Schedule = hostile }, default);
        var page = Rendering.Parse(mail.Html);
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.DoesNotContain('\u202e', mail.Html + mail.Text);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.InRange(mail.Subject.Length, 1, 200);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, MailLimits.MaxHtmlBytes);
    }

    [Fact]
    public async Task Both_twins_carry_the_same_links()
    {
        foreach (var mail in new[] { await Notices.RenderAsync(Confirmation, default), await Notices.RenderAsync(Goodbye, default),
            await Notices.RenderAsync(Paused, default) })
        {
            var linked = Rendering.Parse(mail.Html).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Distinct();
            Assert.All(linked,
                url => Assert.Contains(mail.Text.Split('\n'), l => l == url || l.EndsWith(' ' + url, StringComparison.Ordinal)));
        }
    }

    private static void Approve(string name, RenderedMail mail)
    {
        Approval.Check(name + ".html", mail.Html);
        Approval.Check(name + ".txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
    }
}
