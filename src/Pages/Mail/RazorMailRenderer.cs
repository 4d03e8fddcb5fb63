using System.Text;
using PaperFunctions.Flow.Mail;

namespace PaperFunctions.Pages.Mail;

/// <summary>Mail from Razor components. Where an edition is too long for Gmail, the fit gives way step by step, then the last
/// picks.</summary>
public sealed class RazorMailRenderer(PageRenderer components) : IMailRenderer
{
    public async Task<RenderedMail> RenderAsync(EditionView edition, CancellationToken cancellationToken)
    {
        var all = edition.Picks.Count;
        return await TryAsync(edition, EditionFit.Steps[0], all)
            ?? await FirstThatFitsAsync(
                1, EditionFit.Steps.Count - 1, step => TryAsync(edition, EditionFit.Steps[step], all), cancellationToken)
            ?? await FirstThatFitsAsync(1, all, dropped => TryAsync(edition, EditionFit.Steps[^1], all - dropped), cancellationToken)
            ?? throw new InvalidOperationException("An edition without picks is longer than a mail may be.");
    }

    /// <summary>Bisects from what shows most to what shows least; null if even that is too long.</summary>
    private static async Task<RenderedMail?> FirstThatFitsAsync(
        int low, int high, Func<int, Task<RenderedMail?>> render, CancellationToken cancellationToken)
    {
        RenderedMail? best = null;
        while (low <= high)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var middle = low + ((high - low) / 2);
            var mail = await render(middle);
            best = mail ?? best;
            (low, high) = mail is null ? (middle + 1, high) : (low, middle - 1);
        }

        return best;
    }

    private async Task<RenderedMail?> TryAsync(EditionView edition, EditionFit fit, int picks)
    {
        var shown = fit.Apply(edition, picks);
        var left = edition.Picks.Count - picks;
        var html = await components.RenderAsync<EditionMail>(new Dictionary<string, object?>
        {
            [nameof(EditionMail.Edition)] = shown,
            [nameof(EditionMail.Left)] = left,
        });
        return Encoding.UTF8.GetByteCount(html) <= MailLimits.MaxHtmlBytes
            ? new RenderedMail(shown.Subject, html, EditionText.Write(shown, left))
            : null;
    }
}
