using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Pages.Web.Views;

namespace PaperFunctions.Functions.Web;

/// <summary>What is kept of people. The times are those of the settings, so that the page promises what the night does.</summary>
public sealed class PrivacyFunctions(
    ErrorBoundary boundary, WebPages pages, IOptions<NightlyOptions> nightly, IOptions<PrivacyOptions> privacy, IOptions<SiteOptions> site)
{
    [Function(nameof(PrivacyPage))]
    public Task<IActionResult> PrivacyPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request,
        CancellationToken cancellationToken) =>
        boundary.RunAsync(request, Limited.Page,
            _ => pages.PublicAsync<Pages.Web.PrivacyPage, PrivacyView>(request, View(request)), cancellationToken);

    private PrivacyView View(HttpRequest request) => new(pages.Frame(request))
    {
        Pending = nightly.Value.PendingDays,
        Deliveries = nightly.Value.DeliveryDays,
        MailEvents = nightly.Value.MailEventDays,
        Backups = privacy.Value.BackupDays,
        Logs = privacy.Value.LogDays,
        Contact = site.Value.PostalAddress,
    };
}
