using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>Counts what a format yields.</summary>
/// <param name="skipped">Bytes of the file before what the format sees.</param>
/// <param name="vouched">Only papers come in the format.</param>
internal sealed class ReceiptBuilder(int skipped, bool vouched)
{
    private static readonly (string Name, Func<Paper, bool> Has)[] Fields =
    [
        ("title", p => p.Title.Length > 0),
        ("abstract", p => p.Abstract.Length > 0),
        ("authors", p => p.Authors.Count > 0),
        ("links", p => p.Links.Count > 0),
        ("codeUrl", p => p.CodeUrl is not null),
        ("id", p => p.ArxivId is not null || p.Doi is not null),
        ("arxivId", p => p.ArxivId is not null),
        ("doi", p => p.Doi is not null),
        ("categories", p => p.Categories.Count > 0),
        ("published", p => p.Published is not null),
        ("venue", p => p.Venue is not null),
        ("upvotes", p => p.Upvotes is not null),
    ];

    /// <summary>A reason may quote the content; a sentence is enough of it.</summary>
    private const int LongestReason = 400;

    /// <summary>Formats named for one container.</summary>
    private const int MaxInside = 4;

    private readonly int[] _counts = new int[Fields.Length];
    private readonly List<Problem> _problems = [];
    private readonly LeftOutNames _leftOut = new();
    private readonly List<EntrySample> _sample = [];
    private int _problemCount;
    private DateOnly? _date;
    private readonly List<string> _inside = [];
    private IReadOnlyList<FormatGuess> _undecided = [];

    public int Entries { get; private set; }

    /// <summary>Entries that do not look like papers.</summary>
    public int Doubtful { get; private set; }

    /// <summary>Why the entry before does not look like a paper; null where it does.</summary>
    public string? LastDoubt { get; private set; }

    /// <summary>Everything inside a container is of unknown format.</summary>
    public bool Undecided => Entries == 0 && _inside.Count == 0 && _undecided.Count > 0;

    /// <summary>The entry, where the item is a usable one.</summary>
    public Entry? Take(DigestItem item)
    {
        switch (item)
        {
            case DigestItem.Found found when !string.IsNullOrWhiteSpace(found.Entry.Paper.Title):
                Count(found);
                return found.Entry.Rank == Entries ? found.Entry : found.Entry with { Rank = Entries };
            case DigestItem.Found { Entry: var untitled }:
                Add(new Problem(untitled.Line, "An entry without a title was left out."));
                return null;
            case DigestItem.Dated dated:
                _date ??= dated.Date;
                return null;
            case DigestItem.Passed passed:
                _leftOut.Add(passed.What);
                return null;
            case DigestItem.Inside within:
                Add(within);
                return null;
            case DigestItem.Trouble trouble:
                Add(trouble.Problem with { Byte = trouble.Problem.Byte + skipped });
                return null;
            default:
                return null;
        }
    }

    public void Add(Problem problem)
    {
        _problemCount++;
        if (_problems.Count < Receipt.MaxProblems)
        {
            _problems.Add(problem.Reason.Length <= LongestReason
                ? problem
                : problem with { Reason = problem.Reason[..LongestReason] + "…" });
        }
    }

    /// <summary>Every file without a paper says why.</summary>
    public void Close()
    {
        if (Entries == 0 && _problemCount == 0)
        {
            Add(new Problem(0, "No paper was found in the file."));
        }
    }

    public Receipt ToReceipt(FormatChoice choice) => new()
    {
        Format = choice.Format is null ? "" : _inside.Count == 0 ? choice.Format.Name : $"{choice.Format.Name}/{string.Join('+', _inside)}",
        Confidence = choice.Confidence,
        Guesses = Undecided ? _undecided : choice.Guesses,
        Date = _date,
        Entries = Entries,
        Doubtful = Doubtful,
        Fields = Fields.Zip(_counts).Where(f => f.Second > 0).ToDictionary(f => f.First.Name, f => f.Second),
        LeftOut = _leftOut.ToList(),
        Sample = [.. _sample],
        Problems = [.. _problems],
        ProblemCount = _problemCount,
    };

    private void Add(DigestItem.Inside within)
    {
        if (within.Format is not { } format)
        {
            _undecided = _undecided.Count == 0 ? within.Guesses : _undecided;
        }
        else if (_inside.Count < MaxInside && !_inside.Contains(format))
        {
            _inside.Add(format);
        }
    }

    /// <summary>What is inside a container was judged there, by its own format.</summary>
    private void Count(DigestItem.Found found)
    {
        var paper = found.Entry.Paper;
        var doubt = found.IsJudged ? found.Doubt : PaperDoubt.Of(paper, vouched);
        Entries++;
        Doubtful += doubt is null ? 0 : 1;
        for (var i = 0; i < Fields.Length; i++)
        {
            _counts[i] += Fields[i].Has(paper) ? 1 : 0;
        }

        LastDoubt = doubt;
        if (_sample.Count < EntrySamples.Count)
        {
            _sample.Add(EntrySamples.Of(found.Entry, doubt));
        }
    }
}
