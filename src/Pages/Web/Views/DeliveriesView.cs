using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

public sealed record DeliveriesView
{
    public required PageFrame Frame { get; init; }

    public required string Token { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<DeliveryItemView> Editions { get; init; }

    /// <summary>The title or id that was asked about; empty where none was.</summary>
    public string AskedPaper { get; init; } = "";

    /// <summary>Why that paper was not picked, or that it was; null where nothing was asked.</summary>
    public AnswerView? WhyNot { get; init; }

    /// <summary>The day that was asked about, <c>yyyy-MM-dd</c>; empty where none was.</summary>
    public string AskedDay { get; init; } = "";

    /// <summary>Why there was no mail on that day, or that there was.</summary>
    public AnswerView? WhyNoMail { get; init; }

    /// <summary>The papers of one edition's period that were not picked; null where they were not asked for.</summary>
    public RestView? Rest { get; init; }
}

/// <param name="EditionKey">The edition that was asked about.</param>
/// <param name="Date">Its day.</param>
/// <param name="Total">Papers on all pages.</param>
/// <param name="Papers">Those of this page, best first.</param>
/// <param name="Page">From 1.</param>
public sealed record RestView(string EditionKey, DateOnly Date, int Total, IReadOnlyList<PaperCardView> Papers, int Page, int Pages)
{
    /// <summary>In the order of that day's preferences; false: of today's, since those of that day are not known.</summary>
    public bool AsThen { get; init; }

    /// <summary>The papers of that time are not kept any more.</summary>
    public bool Gone { get; init; }
}

/// <param name="Sentence">The answer.</param>
/// <param name="Details">What it rests on, strongest first; may be empty.</param>
public sealed record AnswerView(string Sentence, IReadOnlyList<string> Details)
{
    /// <summary>Papers that may have been meant.</summary>
    public IReadOnlyList<OfferView> Offers { get; init; } = [];
}

public sealed record OfferView(PaperId Id, string Title);

/// <param name="State">"sent", "skipped", "failed", "being sent".</param>
/// <param name="Reason">Why it was skipped or failed.</param>
public sealed record DeliveryItemView(
    DateOnly Date, string State, string Subject, string? Reason, IReadOnlyList<DeliveredPickView> Picks)
{
    /// <summary>The edition's key, to ask for what was not picked; null where there is nothing to ask for.</summary>
    public string? Key { get; init; }
}

/// <param name="Exploration">Outside the interests.</param>
public sealed record DeliveredPickView(PaperId Paper, string Title, IReadOnlyList<string> Why, bool Exploration = false)
{
    /// <summary>The reader's vote on it; null in editions that are long past.</summary>
    public VoteMarkView? Vote { get; init; }
}
