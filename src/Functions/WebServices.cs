using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Flow;
using PaperFunctions.Functions.Web;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Functions.Web.Operation;

namespace PaperFunctions.Functions;

/// <summary>What the HTTP functions share.</summary>
public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSingleton<Edge>().AddSingleton<RequestLimits>().AddSingleton<WebPages>().AddSingleton<Landing>().AddSingleton<PreferencesPages>();
        services.AddSingleton<DeliveriesViews>().AddSingleton<Searches>().AddSingleton<PaperViews>();
        services.AddSingleton<OperationPages>().AddSingleton<OperationForms>().AddSingleton<PreviewPages>().AddSingleton<OperatorLogin>();
        services.AddBound<OperatorOptions, OperatorOptionsValidator>("Operator");
        // After the section, which cannot say it: the platform alone does.
        services.AddOptions<OperatorOptions>().Configure<IConfiguration>((options, all) =>
            options.PlatformAuthenticates = string.Equals(all["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase));
        return services;
    }
}
