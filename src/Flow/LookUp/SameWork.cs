using PaperFunctions.Papers;

namespace PaperFunctions.Flow.LookUp;

/// <summary>Whether what a catalogue answered is the paper that was asked for. A wrong join is worse than none.</summary>
public static class SameWork
{
    /// <summary>Letters and digits from which on a title alone says which paper it is, where nothing contradicts.</summary>
    private const int TellingTitle = 24;

    /// <summary>Words of an abstract from which on two of them can be compared.</summary>
    private const int ComparableWords = 20;

    /// <summary>Least share of the shorter abstract's words that the longer one has. Versions of one abstract share more than half,
    /// abstracts of two papers on one subject a fifth.</summary>
    private const double LeastShared = .4;

    /// <returns>The one answer that is this paper, or null where there is none, or more than one.</returns>
    public static Paper? Of(Paper asked, IEnumerable<Paper> answers)
    {
        var same = answers.Where(answer => IsSame(asked, answer)).DistinctBy(answer => answer.ArxivId ?? answer.Doi).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static bool IsSame(Paper asked, Paper answer)
    {
        if (answer.ArxivId is null && answer.Doi is null)
        {
            return false;
        }

        if (asked.ArxivId is not null || asked.Doi is not null)
        {
            return (asked.ArxivId is not null && asked.ArxivId == answer.ArxivId) || (asked.Doi is not null && asked.Doi == answer.Doi);
        }

        var title = TitleKey.Of(asked.Title);
        return title.Length > 0 && title == TitleKey.Of(answer.Title)
            && Evidence(asked, answer, title) is var signs && signs.All(agrees => agrees != false)
            && (title.Length >= TellingTitle || signs[1..].Any(agrees => agrees == true));
    }

    /// <summary>True where two descriptions agree in something, false where they contradict each other,
    /// null where one of them says nothing.</summary>
    private static bool?[] Evidence(Paper a, Paper b, string title) => [SameYear(a, b), SameAuthor(a, b), SameAbstract(a, b, title)];

    /// <summary>A preprint may come a year before the paper, or after it.</summary>
    private static bool? SameYear(Paper a, Paper b) =>
        a.Published is { } one && b.Published is { } other ? Math.Abs(one.Year - other.Year) <= 1 : null;

    /// <summary>One of the authors' family names; sources order and shorten names differently.</summary>
    private static bool? SameAuthor(Paper a, Paper b) => a.Authors.Count == 0 || b.Authors.Count == 0
        ? null
        : a.Authors.Select(FamilyName).Intersect(b.Authors.Select(FamilyName)).Any();

    private static string FamilyName(string author) => TitleKey.Of(author.Split(' ')[^1]);

    private static bool? SameAbstract(Paper a, Paper b, string title)
    {
        var (one, other) = (Words(a.Abstract, title), Words(b.Abstract, title));
        return Math.Min(one.Count, other.Count) < ComparableWords ? null
            : one.Intersect(other).Count() >= LeastShared * Math.Min(one.Count, other.Count);
    }

    /// <summary>Words of five letters and more that are not in the title, which both have anyway.</summary>
    private static HashSet<string> Words(string text, string title) =>
        [.. text.Split(' ').Select(TitleKey.Of).Where(word => word.Length >= 5 && !title.Contains(word, StringComparison.Ordinal))];
}
