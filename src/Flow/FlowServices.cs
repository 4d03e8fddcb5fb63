using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Editions;
using PaperFunctions.Flow.Editions.Compose;
using PaperFunctions.Flow.Editions.Events;
using PaperFunctions.Flow.Editions.Explain;
using PaperFunctions.Flow.Editions.Match;
using PaperFunctions.Flow.Editions.Schedule;
using PaperFunctions.Flow.Ingest;
using PaperFunctions.Flow.Ingest.Index;
using PaperFunctions.Flow.Ingest.Read;
using PaperFunctions.Flow.Ingest.Statistics;
using PaperFunctions.Flow.Ingest.Store;
using PaperFunctions.Flow.Ledger;
using PaperFunctions.Flow.LookUp;
using PaperFunctions.Flow.Nightly;
using PaperFunctions.Flow.Operator;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Sources;
using PaperFunctions.Flow.Subscribers.Accounts;
using PaperFunctions.Flow.Subscribers.Import;
using PaperFunctions.Flow.Subscribers.Links;
using PaperFunctions.Flow.Subscribers.Plans;
using PaperFunctions.Flow.Subscribers.Taste;
using PaperFunctions.Flow.Subscribers.Votes;
using PaperFunctions.Flow.Telemetry;

namespace PaperFunctions.Flow;

/// <summary>The steps, in the order of the data; their ports are added by the rooms that implement them.</summary>
public static class FlowServices
{
    public static IServiceCollection AddFlow(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics().AddSingleton<FlowMetrics>().AddSingleton<MeasureQueues>();
        services.AddSingleton<ReceiveDigest>().AddSingleton<ReadDigest>().AddSingleton<DigestRows>().AddSingleton<StoreEntries>();
        services.AddSingleton<IndexDigest>().AddSingleton<SimilarPapers>();
        services.AddSingleton<QueueDue>().AddSingleton<NextEdition>();
        services.AddSingleton<FindCandidates>().AddSingleton<CorpusModels>().AddSingleton<ChooseEdition>();
        services.AddSingleton<ComposeEdition>().AddSingleton<LinkSigner>().AddSingleton<SubscriberLinks>();
        services.AddSingleton<DeliverEditions>().AddSingleton<SendEdition>().AddSingleton<DeliveryLedger>();
        services.AddSingleton<RefreshNightly>().AddSingleton<RetryFailed>().AddSingleton<ExpireRecords>().AddSingleton<RestoreBackup>()
            .AddSingleton<TakeMailEvents>().AddSingleton<PreviewEdition>().AddSingleton<RequestReread>();
        services.AddSingleton<DecideReview>().AddSingleton<FetchSources>().AddSingleton<LookUpPapers>().AddSingleton<LookUpPauses>();
        services.AddSingleton<EnrolSubscriber>().AddSingleton<AddressHash>().AddSingleton<SendNotice>().AddSingleton<MailAllowance>();
        services.AddSingleton<LinkAuthenticator>().AddSingleton<ReadTaste>().AddSingleton<PickedPapers>().AddSingleton<ImportTaste>()
            .AddSingleton<RecentCandidates>();
        services.AddSingleton<FindPaper>().AddSingleton<PastEdition>().AddSingleton<WhyNotPaper>().AddSingleton<WhyNoMail>();
        services.AddSingleton<ExportAccount>();
        services.AddSingleton<ISubscriberRecords>(all => all.GetRequiredService<IMailEventTable>());
        services.AddSingleton<ImportPeople>().AddSingleton<AddPeople>();
        services.AddSingleton<RemoveDigest>().AddSingleton<PeekDigest>().AddSingleton<ReadFigures>().AddSingleton<SentEdition>();
        services.AddSingleton<WhatMuteHides>().AddSingleton<FirstLook>();
        services.AddSingleton<RequestedMail>().AddSingleton<SignUpSubscriber>().AddSingleton<SignInSubscriber>();
        services.AddSingleton<SubscriberAccount>().AddSingleton<CastVote>();
        services.AddBound<DigestOptions, DigestOptionsValidator>("Digests");
        services.AddBound<EditionOptions, EditionOptionsValidator>("Editions");
        services.AddBound<NightlyOptions, NightlyOptionsValidator>("Nightly");
        services.AddBound<LookUpOptions, LookUpOptionsValidator>(
            "LookUp", nameof(LookUpOptions.OpenAlexKey), nameof(LookUpOptions.SemanticScholarKey));
        services.AddBound<SourceOptions, SourceOptionsValidator>("Sources");
        services.AddBound<SiteOptions, SiteOptionsValidator>("Site");
        services.AddBound<AccountOptions, AccountOptionsValidator>("Accounts");
        services.AddBound<PrivacyOptions, PrivacyOptionsValidator>("Privacy");
        return services;
    }

    /// <summary>Binds a section of the settings and checks it at start.</summary>
    /// <param name="canWait">Settings whose reference may be unresolved at start, because the app does its other work without them.</param>
    public static IServiceCollection AddBound<TOptions,
        TValidator>(this IServiceCollection services, string section, params string[] canWait)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<TOptions>>(
            s => new BoundSection<TOptions>(s.GetRequiredService<IConfiguration>().GetSection(section), canWait));
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services;
    }
}
