using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PaperFunctions.Flow.Backups;
using PaperFunctions.Flow.Compose;
using PaperFunctions.Flow.Events;
using PaperFunctions.Flow.Index;
using PaperFunctions.Flow.Links;
using PaperFunctions.Flow.Match;
using PaperFunctions.Flow.Nightly;
using PaperFunctions.Flow.Operations;
using PaperFunctions.Flow.Queues;
using PaperFunctions.Flow.Read;
using PaperFunctions.Flow.Readers;
using PaperFunctions.Flow.Schedule;
using PaperFunctions.Flow.Send;
using PaperFunctions.Flow.Settings;
using PaperFunctions.Flow.Store;

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
        services.AddSingleton<ComposeEdition>().AddSingleton<LinkSigner>().AddSingleton<ReaderLinks>();
        services.AddSingleton<DeliverEditions>().AddSingleton<SendEdition>().AddSingleton<DeliveryLedger>();
        services.AddSingleton<RefreshNightly>().AddSingleton<RestoreBackup>().AddSingleton<TakeMailEvents>().AddSingleton<PreviewEdition>().AddSingleton<AskAgain>();
        services.AddSingleton<DecideReview>();
        services.AddSingleton<EnrolReader>().AddSingleton<AddressHash>().AddSingleton<SendNotice>();
        services.AddSingleton<KnownReader>().AddSingleton<ReadTaste>().AddSingleton<ImportTaste>().AddSingleton<RecentCandidates>();
        services.AddSingleton<FindPaper>().AddSingleton<PastEdition>().AddSingleton<WhyNotPaper>().AddSingleton<WhyNoMail>();
        services.AddSingleton<SignUpReader>().AddSingleton<ChangeReader>().AddSingleton<CastVote>();
        services.AddBound<DigestOptions, DigestOptionsValidator>("Digests");
        services.AddBound<EditionOptions, EditionOptionsValidator>("Editions");
        services.AddBound<NightlyOptions, NightlyOptionsValidator>("Nightly");
        services.AddBound<SiteOptions, SiteOptionsValidator>("Site");
        return services;
    }

    /// <summary>Binds a section of the settings and checks it at start.</summary>
    /// <param name="canWait">A setting whose reference may be unresolved at start, because the app does its other work without it.</param>
    public static IServiceCollection AddBound<TOptions, TValidator>(this IServiceCollection services, string section, string? canWait = null)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<TOptions>>(s => new BoundSection<TOptions>(s.GetRequiredService<IConfiguration>().GetSection(section), canWait));
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services;
    }
}
