using PaperFunctions.Papers;

namespace PaperFunctions.Pages.Web.Views;

/// <summary>The preferences as they were filled in, or as they are.</summary>
public sealed record PreferencesForm
{
    /// <summary>One a line; see <see cref="InterestLines"/>.</summary>
    public string Topics { get; init; } = "";

    /// <inheritdoc cref="Topics"/>
    public string Authors { get; init; } = "";

    /// <inheritdoc cref="Topics"/>
    public string Muted { get; init; } = "";

    public int Hour { get; init; } = 7;

    public string Zone { get; init; } = "Etc/UTC";

    public IReadOnlyList<DayOfWeek> Days { get; init; } = DeliveryPlan.Everyday;

    public bool InMinutes { get; init; }

    /// <summary>Papers an edition, as typed.</summary>
    public string Papers { get; init; } = "8";

    /// <summary>Minutes of reading an edition, as typed.</summary>
    public string Minutes { get; init; } = "10";

    public bool Exploration { get; init; } = true;

    /// <summary><c>yyyy-MM-dd</c>, as typed; empty for no pause.</summary>
    public string PausedUntil { get; init; } = "";

    /// <inheritdoc cref="SignUpForm.Errors"/>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = SignUpForm.NoErrors;

    public static PreferencesForm Of(Subscriber subscriber) => new()
    {
        Topics = InterestLines.Write(subscriber.Interests, InterestKind.Topic),
        Authors = InterestLines.Write(subscriber.Interests, InterestKind.Author),
        Muted = InterestLines.Write(subscriber.Interests, InterestKind.Muted),
        Hour = subscriber.Plan.Hour,
        Zone = subscriber.Plan.Zone,
        Days = subscriber.Plan.Days,
        InMinutes = subscriber.Size.Minutes is not null,
        Papers = (subscriber.Size.Papers ?? EditionSize.Default.Papers ?? 8).ToString(),
        Minutes = (subscriber.Size.Minutes ?? 10).ToString(),
        Exploration = subscriber.Exploration,
        PausedUntil = subscriber.Plan.PausedUntil?.ToString("yyyy-MM-dd") ?? "",
    };
}
