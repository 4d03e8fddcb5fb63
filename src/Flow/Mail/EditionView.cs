using PaperFunctions.Papers;

namespace PaperFunctions.Flow.Mail;

/// <summary>An edition as it is shown: words chosen, links signed; a renderer only lays it out.</summary>
public sealed record EditionView
{
    public required DateOnly Date { get; init; }

    public required string Subject { get; init; }

    /// <summary>The line that mail clients show after the subject.</summary>
    public required string Preview { get; init; }

    public required IReadOnlyList<PickView> Picks { get; init; }

    /// <summary>Papers of the same period that were not picked.</summary>
    public required int Others { get; init; }

    /// <summary>Where those others are listed.</summary>
    public required string OthersUrl { get; init; }

    public required string PreferencesUrl { get; init; }

    /// <summary>"Why these, why not others, why no mail".</summary>
    public required string DeliveriesUrl { get; init; }

    public required string UnsubscribeUrl { get; init; }

    public required string SiteName { get; init; }

    /// <summary>The sender's postal address, which bulk mail must carry; empty if the operator has set none.</summary>
    public required string PostalAddress { get; init; }
}

/// <summary>One paper as an edition shows it.</summary>
public sealed record PickView
{
    public required int Rank { get; init; }

    public required string Title { get; init; }

    /// <summary>"A. Author, B. Author and 3 more"; empty if none are known.</summary>
    public required string Authors { get; init; }

    /// <summary>The first two sentences of the abstract; empty if there is none.</summary>
    public required string Summary { get; init; }

    /// <summary>Readable reasons, strongest first.</summary>
    public required IReadOnlyList<string> Why { get; init; }

    /// <summary>The pick outside the subscriber's interests, to be labelled.</summary>
    public required bool Exploration { get; init; }

    /// <summary>Where to read the paper or, where no address is known, a search for its title.</summary>
    public required ReadLink Read { get; init; }

    public string? CodeUrl { get; init; }

    /// <summary>Opens a page with a button; following the link changes nothing.</summary>
    public required string MoreLikeThisUrl { get; init; }

    /// <inheritdoc cref="MoreLikeThisUrl"/>
    public required string LessLikeThisUrl { get; init; }
}
