using PaperFunctions.Flow.Mail;
using PaperFunctions.Flow.Shared;

namespace PaperFunctions.Pages.Mail;

/// <summary>How much of each part of an edition is shown, in UTF-16 units.</summary>
/// <param name="Reasons">Reasons a pick.</param>
/// <param name="Reason">Length of one reason.</param>
internal sealed record EditionFit(int Summary, int Authors, int Title, int Reasons, int Reason)
{
    public const int MaxSubject = 200;

    private const int MaxName = 100;

    public const int MaxPostalAddress = 400;

    /// <summary>From all that an edition ever shows to the least: summaries go first, then authors, then titles and reasons.</summary>
    public static IReadOnlyList<EditionFit> Steps { get; } =
    [
        new(400, 240, 300, 3, 120),
        new(320, 240, 300, 3, 120),
        new(220, 240, 300, 3, 120),
        new(140, 240, 300, 3, 120),
        new(0, 240, 300, 3, 120),
        new(0, 120, 300, 3, 120),
        new(0, 0, 300, 2, 120),
        new(0, 0, 160, 2, 80),
        new(0, 0, 100, 1, 60),
    ];

    /// <summary>The first <paramref name="picks"/> picks, cleaned and cut to this measure.</summary>
    public EditionView Apply(EditionView edition, int picks) => edition with
    {
        Subject = Cut(edition.Subject, MaxSubject) is { Length: > 0 } subject ? subject : EditionWords.Title(edition),
        Preview = Cut(edition.Preview, MaxSubject),
        SiteName = Cut(edition.SiteName, MaxName),
        PostalAddress = Cut(edition.PostalAddress, MaxPostalAddress),
        Picks = [.. edition.Picks.Take(picks).Select(Apply)],
    };

    private PickView Apply(PickView pick) => pick with
    {
        Title = Cut(pick.Title, Title) is { Length: > 0 } title ? title : "Untitled paper",
        Authors = Cut(pick.Authors, Authors),
        Summary = Cut(pick.Summary, Summary),
        Why = [.. pick.Why.Select(w => Cut(w, Reason)).Where(w => w.Length > 0).Take(Reasons)],
    };

    private static string Cut(string? text, int max) => CleanText.Shorten(CleanText.Line(text), max);
}
