using System.Globalization;
using PaperFunctions.Flow.Mail;

namespace PaperFunctions.Pages.Mail;

/// <summary>The sentences of an edition, the same in HTML and in plain text.</summary>
internal static class EditionWords
{
    public static string Title(EditionView edition) => edition.Picks.Count switch
    {
        0 => "Your papers",
        1 => "One paper for you",
        var count => $"{count} papers for you",
    };

    public static string Date(DateOnly date) => date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string WhyLabel(PickView pick) => pick.Exploration ? "Outside your interests, to explore:" : "Why:";

    /// <summary>Empty if nothing is known.</summary>
    public static IReadOnlyList<string> Reasons(PickView pick) =>
        pick is { Exploration: true, Why.Count: 0 } ? ["chosen to show you something new"] : pick.Why;

    public static IEnumerable<(string Text, string? Url)> Links(PickView pick)
    {
        (string Text, string? Url)[] links =
        [
            (pick.Read.Text, pick.Read.Url), ("Code", pick.CodeUrl), ("More like this", pick.MoreLikeThisUrl),
                ("Less like this", pick.LessLikeThisUrl),
        ];
        return links.Where(l => Text.SafeUrl.Of(l.Url) is not null);
    }

    public static string Left(int left) => left == 1
        ? "And 1 more that did not fit into this mail"
        : $"And {left} more that did not fit into this mail";

    public static string Others(int others) => others == 1
        ? "See the other paper that came in"
        : $"See the {others.ToString("N0", CultureInfo.InvariantCulture)} other papers that came in";

    public static string Because(string site) => $"You get this because you asked {site} for it.";

    public static IEnumerable<(string Text, string Url)> FootLinks(EditionView edition) =>
    [
        ("Change what you get", edition.PreferencesUrl),
        ("Why these papers", edition.DeliveriesUrl),
        ("Unsubscribe", edition.UnsubscribeUrl),
    ];
}
