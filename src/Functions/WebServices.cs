using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperFunctions.Flow;
using PaperFunctions.Functions.Web;
using PaperFunctions.Functions.Web.Limits;
using PaperFunctions.Functions.Web.Operator;

namespace PaperFunctions.Functions;

/// <summary>What the HTTP functions share.</summary>
public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSingleton<ErrorBoundary>().AddSingleton<Sessions>().AddSingleton<VoteMarks>().AddSingleton<WelcomePages>();
        services.AddSingleton<RequestLimits>().AddSingleton<AuditLog>();
        services.AddSingleton<WebPages>().AddSingleton<Landing>().AddSingleton<PreferencesPages>();
        services.AddSingleton<DeliveriesViews>().AddSingleton<Searches>().AddSingleton<PaperViews>();
        services.AddSingleton<OperatorSources>().AddSingleton<OperatorPages>().AddSingleton<OperatorPeople>().AddSingleton<OperatorForms>()
            .AddSingleton<PreviewPages>().AddSingleton<OperatorLogin>();
        services.AddSingleton<OperatorImports>().AddSingleton<OperatorDigestPages>().AddSingleton<OperatorDeliveryPages>()
            .AddSingleton<OperatorNames>().AddSingleton<OperatorLookUps>();
        services.AddBound<OperatorOptions, OperatorOptionsValidator>("Operator");
        services.AddSingleton(all => PlatformLogin.Of(all.GetRequiredService<IConfiguration>()));
        return services;
    }
}
