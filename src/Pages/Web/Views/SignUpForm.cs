namespace PaperFunctions.Pages.Web.Views;

/// <summary>The sign-up form as it was filled in, or as it starts.</summary>
public sealed record SignUpForm
{
    public string Email { get; init; } = "";

    public string Topics { get; init; } = "";

    public int Hour { get; init; } = 7;

    public string Zone { get; init; } = "Etc/UTC";

    public bool Weekly { get; init; }

    /// <summary>Papers an edition, as typed.</summary>
    public string Size { get; init; } = "8";

    /// <summary>What is wrong, by field name (see <see cref="FieldNames"/>): one sentence that says what to do.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = NoErrors;

    internal static IReadOnlyDictionary<string, string> NoErrors { get; } = new Dictionary<string, string>();
}

/// <param name="TopPapers">Best papers of the newest digest; empty before the first one.</param>
/// <param name="TopFrom">Date of that digest.</param>
/// <param name="Zones">IANA time zones to choose from.</param>
public sealed record LandingView(
    PageFrame Frame, SignUpForm Form, IReadOnlyList<PaperCardView> TopPapers, DateOnly? TopFrom, IReadOnlyList<string> Zones)
{
    /// <summary>Phrases that the newest papers share, to choose topics from.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}
