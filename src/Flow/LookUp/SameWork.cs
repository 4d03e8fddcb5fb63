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

    /// <returns>The one answer that is this paper; null if there is none, or more than one, and the outcome says which.</returns>
    public static (LookUpOutcome Outcome, Paper? Paper) Of(Paper asked, IEnumerable<Paper> answers)
    {
        var title = TitleKey.Of(asked.Title);
        var named = answers.Where(answer => IsNamedSo(asked, answer, title)).DistinctBy(answer => answer.ArxivId ?? answer.Doi).ToList();
        var same = named.Where(answer => HasId(asked) || IsSame(asked, answer, title)).ToList();
        return (same.Count, named.Count) switch
        {
            (1, _) => (LookUpOutcome.Found, same[0]),
            ( > 1, _) => (LookUpOutcome.Ambiguous, null),
            (_, > 0) => (LookUpOutcome.Doubtful, null),
            _ => (LookUpOutcome.NotFound, null),
        };
    }

    private static bool HasId(Paper paper) => paper.ArxivId is not null || paper.Doi is not null;

    /// <summary>Whether an answer that has an id has the id asked for, or where none was, the title.</summary>
    private static bool IsNamedSo(Paper asked, Paper answer, string title) => HasId(answer) && (HasId(asked)
        ? (asked.ArxivId is not null && asked.ArxivId == answer.ArxivId) || (asked.Doi is not null && asked.Doi == answer.Doi)
        : title.Length > 0 && title == TitleKey.Of(answer.Title));

    /// <summary>Whether nothing contradicts, and something agrees where the title alone does not tell.</summary>
    private static bool IsSame(Paper asked, Paper answer, string title) =>
        Evidence(asked, answer, title) is var signs && signs.All(agrees => agrees != false)
        && (title.Length >= TellingTitle || signs[1..].Any(agrees => agrees == true));

    /// <summary>True if two descriptions agree in something, false if they contradict each other, null if one of them says
    /// nothing.</summary>
    private static bool?[] Evidence(Paper a, Paper b, string title) =>
        [SameYear(a, b), AuthorNames.Share(a.Authors, b.Authors), SameAbstract(a, b, title)];

    /// <summary>A preprint may come a year before the paper, or after it.</summary>
    private static bool? SameYear(Paper a, Paper b) =>
        a.Published is { } one && b.Published is { } other ? Math.Abs(one.Year - other.Year) <= 1 : null;

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
