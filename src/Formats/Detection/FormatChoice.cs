using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Detection;

/// <summary>The format that a file will be read as, or why there is none.</summary>
internal sealed record FormatChoice(IDigestFormat? Format, double Confidence, IReadOnlyList<FormatGuess> Guesses,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>Below this a guess is not acted on.</summary>
    private const double Enough = 0.5;

    /// <summary>The shape fits, the content does not.</summary>
    private const double Doubtful = 0.4;

    /// <summary>A format that is this sure has seen its own marks.</summary>
    private const double Sure = 0.9;

    /// <summary>Two guesses this close are as good as each other.</summary>
    private const double Margin = 0.05;

    /// <summary>True where a person has to say what the file is.</summary>
    public bool Undecided { get; private init; }

    public static async Task<FormatChoice> MakeAsync(DigestHead head, DigestSource source, CancellationToken cancellationToken)
    {
        if (head.Bytes.IsEmpty)
        {
            return Nothing(new Problem(1, "The file is empty. Drop a digest with at least one paper.", null, 0));
        }

        if (string.IsNullOrWhiteSpace(head.Text))
        {
            return Nothing(new Problem(1, "The file starts with nothing but white space. Drop a digest with at least one paper.", null, 0));
        }

        if (BinaryContent.FindKnown(head) is { } refused)
        {
            return Nothing(refused);
        }

        var guesses = Rank(head);
        if (FormatOverride.Of(source) is { } name && !guesses.Exists(IsContainer))
        {
            return Override(name, guesses);
        }

        var best = guesses.Find(IsContainer) is { Format: not null } container ? container : guesses[0];
        var next = guesses.First(g => g.Format != best.Format).Confidence;
        return IsContainer(best) || (best.Confidence >= Enough && best.Confidence - next >= Margin)
            ? new FormatChoice(best.Format, best.Confidence, Told(guesses), [])
            : BinaryContent.Find(head) is { } binary ? Nothing(binary)
            : await QuarantineAsync(guesses, head, source, cancellationToken);
    }

    /// <summary>All formats, best first; those of last resort are asked only where no other is sure.</summary>
    private static List<(IDigestFormat Format, double Confidence)> Rank(DigestHead head)
    {
        var guesses = FormatRegistry.All.Select(f => (Format: f, Confidence: f.IsLastResort ? 0 : Judge(f, head))).ToList();
        if (!guesses.Exists(g => g.Confidence >= Sure))
        {
            guesses = guesses.ConvertAll(g => g.Format.IsLastResort ? (g.Format, Judge(g.Format, head)) : g);
        }

        return [.. guesses.OrderByDescending(g => g.Confidence)];
    }

    /// <summary>What many things look like is not enough where nothing speaks of papers.</summary>
    private static double Judge(IDigestFormat format, DigestHead head)
    {
        var confidence = Math.Round(Math.Clamp(format.Recognise(head), 0, 1), 2);
        return confidence >= Enough && !format.SpeaksOfPapers(head) ? Doubtful : confidence;
    }

    /// <summary>A container is opened whatever its content resembles; what a name or a person says holds for what is inside.</summary>
    private static bool IsContainer((IDigestFormat Format, double Confidence) guess) =>
        guess is { Format.IsContainer: true, Confidence: >= Sure };

    private static FormatChoice Override(string name, List<(IDigestFormat Format, double Confidence)> guesses) =>
        FormatRegistry.Find(name) is { } format
            ? new FormatChoice(format, 1, Told(guesses), [])
            : new FormatChoice(null, 0, Told(guesses), [new Problem(0,
                $"There is no format \"{NestedSource.ShortName(name)}\". Use one of: "
                + $"{string.Join(", ", FormatRegistry.All.Select(f => f.Name))}.")])
            {
                Undecided = true,
            };

    private static async Task<FormatChoice> QuarantineAsync(
        List<(IDigestFormat Format, double Confidence)> guesses, DigestHead head, DigestSource source, CancellationToken cancellationToken)
    {
        var told = Told(guesses);
        List<string> working = [];
        foreach (var guess in told)
        {
            if (await FormatTrial.GivesPapersAsync(FormatRegistry.Find(guess.Format)!, head, source, cancellationToken))
            {
                working.Add(guess.Format);
            }
        }

        return new FormatChoice(null, told.Length > 0
            ? told[0].Confidence
            : 0, told, [new Problem(0, QuarantineAdvice.For(source, told, working))])
        {
            Undecided = true,
        };
    }

    private static FormatChoice Nothing(Problem problem) => new(null, 0, [], [problem]);

    private static FormatGuess[] Told(List<(IDigestFormat Format, double Confidence)> guesses) =>
        [.. guesses.Take(2).Where(g => g.Confidence > 0).Select(g => new FormatGuess(g.Format.Name, g.Confidence))];
}
