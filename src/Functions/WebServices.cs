using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Functions.Web;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Functions.Web.Operation;

namespace PaperFunctions.Functions;

/// <summary>What the HTTP functions share.</summary>
public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services) =>
        services.AddSingleton<RequestLimits>().AddSingleton<WebPages>().AddSingleton<Landing>().AddSingleton<PreferencesPages>().AddSingleton<DeliveriesViews>().AddSingleton<Searches>().AddSingleton<PaperViews>().AddSingleton<OperationPages>();
}
