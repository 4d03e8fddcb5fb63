using PaperFunctions.Flow.Mail;

namespace PaperFunctions.Pages.Mail;

/// <summary>Notices from one Razor component.</summary>
public sealed class RazorNoticeRenderer(PageRenderer components) : INoticeRenderer
{
    public Task<RenderedMail> RenderAsync(ConfirmationView confirmation, CancellationToken cancellationToken) =>
        RenderAsync(Notice.Of(confirmation));

    public Task<RenderedMail> RenderAsync(SignInMailView signIn, CancellationToken cancellationToken) => RenderAsync(Notice.Of(signIn));

    public Task<RenderedMail> RenderAsync(GoodbyeView goodbye, CancellationToken cancellationToken) => RenderAsync(Notice.Of(goodbye));

    public Task<RenderedMail> RenderAsync(PausedView paused, CancellationToken cancellationToken) => RenderAsync(Notice.Of(paused));

    private async Task<RenderedMail> RenderAsync(Notice notice)
    {
        var html = await components.RenderAsync<NoticeMail>(new Dictionary<string, object?> { [nameof(NoticeMail.Notice)] = notice });
        return new RenderedMail(notice.Subject, html, NoticeText.Write(notice));
    }
}
