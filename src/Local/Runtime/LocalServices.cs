using Azure.Search.Documents;
using PaperFunctions.Azure;
using PaperFunctions.Emulators.Search;
using PaperFunctions.Functions;
using PaperFunctions.Pages;

namespace PaperFunctions.Local.Runtime;

/// <summary>The production services, pointed at local endpoints.</summary>
public static class LocalServices
{
    public static IServiceCollection AddLocal(this IServiceCollection services, LocalAddresses addresses)
    {
        services.AddPaperFunctions().AddPages().AddWeb();
        services.AddSingleton<DigestDrop>().AddSingleton<EditionsNow>();

        // The search client insists on https; its requests to one reserved name go to the local service instead.
        services.AddSingleton(new SearchClientOptions { Transport = new SearchEmulatorTransport(new Uri(addresses.Search)) });
        return services;
    }

    /// <summary>The services outside a host, for a command that talks to a running product.</summary>
    public static ServiceProvider Connect(LocalAddresses addresses, LocalSecrets secrets)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection(LocalSettings.For(addresses, secrets)).Build());
        services.AddLogging().AddLocal(addresses);
        return services.BuildServiceProvider();
    }

    /// <summary>The services over a storage account in Azure, for commands that need nothing but storage.</summary>
    public static ServiceProvider ConnectToAccount(string account)
    {
        var settings = new[] { "blob", "queue", "table" }
            .Select(service => KeyValuePair.Create(
                $"AzureWebJobsStorage:{service}ServiceUri", (string?)$"https://{account}.{service}.core.windows.net"));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging().AddPaperFunctions();
        return services.BuildServiceProvider();
    }
}
