using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Pages.Mail;

namespace PaperFunctions.Pages;

public static class PagesServices
{
    /// <summary>Mail and pages, rendered by Razor components.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<IMailRenderer, RazorMailRenderer>();
        services.AddSingleton<INoticeRenderer, RazorNoticeRenderer>();
        return services;
    }
}
