using Azure;
using Azure.Core;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaperFunctions.Azure.Backups;
using PaperFunctions.Azure.Blobs;
using PaperFunctions.Azure.LookUp;
using PaperFunctions.Azure.Mail;
using PaperFunctions.Azure.Operator;
using PaperFunctions.Azure.Queues;
using PaperFunctions.Azure.Search;
using PaperFunctions.Azure.Sources;
using PaperFunctions.Azure.Tables;
using PaperFunctions.Flow;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Statistics;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Votes;
using SendGrid;

namespace PaperFunctions.Azure;

/// <summary>Everything that the Functions app, the local runner and the tests share.</summary>
public static class AzureServices
{
    /// <summary>The flow over Azure's services: storage, search, mail. Settings are bound from the configuration and checked at
    /// start.</summary>
    public static IServiceCollection AddPaperFunctions(this IServiceCollection services)
    {
        services.AddFlow();
        services.AddStorage();
        services.AddSearch();
        services.AddMail();
        services.AddSources();
        services.AddLookUp();
        return services;
    }

    private static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(s => StorageOptions.Credential(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton(s => new StorageOptions(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<TokenCredential>()));
        services.AddSingleton(s => s.GetRequiredService<StorageOptions>().Blobs());
        services.AddSingleton(s => s.GetRequiredService<StorageOptions>().Queues());
        services.AddSingleton(s => s.GetRequiredService<StorageOptions>().Tables());
        services.AddSingleton<StorageSetup>();

        // Checked at start together with all other settings, not at the first trigger: the storage options are checked when they are made.
        services.AddOptions<StorageCheck>().Configure<IServiceProvider>((_, s) => s.GetRequiredService<StorageOptions>()).ValidateOnStart();
        services.AddSingleton<IDigestBlobs, DigestBlobs>().AddSingleton<IModelBlobs, ModelBlobs>();
        services.AddSingleton<IFlowQueues, FlowQueues>().AddSingleton<IQueueAges, QueueAges>();
        services.AddSingleton<IPaperTable, PaperTable>().AddSingleton<IArrivalTable, ArrivalTable>().AddSingleton<IDigestTable,
            DigestTable>();
        services.AddSingleton<ISubscriberTable, SubscriberTable>().AddSingleton<IDueTable, DueTable>();
        services.AddSingleton<IDeliveryTable, DeliveryTable>().AddSingleton<IVoteTable, VoteTable>();
        services.AddSingleton<IMailCountTable, MailCountTable>();
        services.AddSingleton<IMailEventTable, MailEventTable>().AddSingleton<IBackups, TableBackups>();
        services.AddSingleton<PoisonQueues>().AddSingleton<IPoisonQueues>(all => all.GetRequiredService<PoisonQueues>());
        services.AddSingleton<IOperatorStorage, OperatorStorage>().AddSingleton<IImportTable, ImportTable>();
    }

    private static void AddSources(this IServiceCollection services)
    {
        services.TryAddSingleton<NetworkPolicy>();
        services.AddHttpClient(nameof(SourceClient))
            .ConfigurePrimaryHttpMessageHandler(s => s.GetRequiredService<NetworkPolicy>().Handler());
        services.AddSingleton<ISourceClient, SourceClient>().AddSingleton<ISourceTable, SourceTable>();
    }

    private static void AddLookUp(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(CatalogueClient), client => CatalogueClient.Configure(client));
        services.AddSingleton<CatalogueClient>().AddSingleton<ILookUpTable, LookUpTable>();
        services.AddSingleton<ILookUpService, Arxiv>().AddSingleton<ILookUpService, Crossref>();
        services.AddSingleton<ILookUpService, OpenAlex>().AddSingleton<ILookUpService, SemanticScholar>();
    }

    private static void AddSearch(this IServiceCollection services)
    {
        services.AddBound<PaperSearchOptions, PaperSearchOptionsValidator>("Search");
        services.AddSingleton<SearchClientOptions>();
        services.AddSingleton(s => NewIndexClient(
            s.GetRequiredService<IOptions<PaperSearchOptions>>().Value,
            s.GetRequiredService<TokenCredential>(),
            s.GetRequiredService<SearchClientOptions>()));
        services.AddSingleton<IPaperIndex, PaperIndex>();
    }

    private static SearchIndexClient NewIndexClient(PaperSearchOptions options, TokenCredential credential, SearchClientOptions client) =>
        options.ApiKey.Length > 0
            ? new SearchIndexClient(new Uri(options.Endpoint), new AzureKeyCredential(options.ApiKey), client)
            : new SearchIndexClient(new Uri(options.Endpoint), credential, client);

    /// <summary>Options without a value, so that storage takes part in the checks at start.</summary>
    private sealed class StorageCheck;

    private static void AddMail(this IServiceCollection services)
    {
        services.AddBound<MailOptions, MailOptionsValidator>("Mail", nameof(MailOptions.ApiKey));
        services.AddHttpClient(nameof(SendGridSender));
        services.AddSingleton<ISendGridClient>(s =>
        {
            var options = s.GetRequiredService<IOptions<MailOptions>>().Value;
            return new SendGridClient(
                s.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SendGridSender)),
                new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.Host });
        });
        services.AddSingleton<IMailSender, SendGridSender>().AddSingleton<IMailEventReader, SendGridEvents>().AddSingleton<IHostedService,
            MailCheck>();
    }
}
