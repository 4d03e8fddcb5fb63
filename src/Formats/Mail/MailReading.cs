using System.Runtime.CompilerServices;
using PaperFunctions.Formats.Containers;
using PaperFunctions.Formats.Shared.Input;
using PaperFunctions.Papers;

namespace PaperFunctions.Formats.Mail;

/// <summary>Reads the parts of one message: every attachment that is a digest, and of its texts the first that gives papers.</summary>
internal sealed class MailReading(DigestSource source, DateOnly? sent)
{
    /// <summary>How sure at most a text is that anybody could have typed: its HTML, which has the links, is surer.</summary>
    private const double ByHand = 0.5;

    private readonly List<DigestItem> _rejected = [];
    private int _papers;

    public async IAsyncEnumerable<DigestItem> ReadAsync(MimePart message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var leaves = message.Leaves().ToList();
        foreach (var part in leaves.Where(p => p.IsAttachment && CanHoldDigest(p)))
        {
            await foreach (var item in ReadPartAsync(part, cancellationToken))
            {
                yield return item;
            }
        }

        var attached = _papers;
        foreach (var part in await BestFirstAsync(leaves.Where(p => !p.IsAttachment && CanHoldDigest(p)), cancellationToken))
        {
            await foreach (var item in ReadPartAsync(part, cancellationToken))
            {
                yield return item;
            }

            if (_papers > attached)
            {
                break;
            }
        }

        foreach (var item in Nothing(leaves.Count))
        {
            yield return item;
        }
    }

    /// <summary>Only where no part gave a paper is it worth telling why each did not.</summary>
    private List<DigestItem> Nothing(int parts) => _papers > 0 ? []
        : _rejected.Count > 0 ? _rejected
        : [new DigestItem.Trouble(new Problem(1, parts > 0
            ? "No part of the mail is text or a file that may hold papers."
            : "The mail has no content."))];

    /// <summary>A mail's texts say the same in several ways; the one whose format is surest is read
    /// first, plain text where two are alike.</summary>
    private async Task<IEnumerable<MimePart>> BestFirstAsync(IEnumerable<MimePart> texts, CancellationToken cancellationToken)
    {
        var judged = new List<(MimePart Part, double Confidence)>();
        foreach (var part in texts)
        {
            var content = new MemoryStream(MailContent.Of(part).Bytes.ToArray(), false);
            var reading = await DigestReader.OpenAsync(content, new DigestSource("", source.UploadedAt), cancellationToken);
            judged.Add((part, reading.Quarantined
                ? 0
                : IsByHand(reading) ? Math.Min(ByHand, reading.Receipt.Confidence) : reading.Receipt.Confidence));
        }

        return judged.OrderByDescending(j => Math.Round(j.Confidence, 1)).ThenBy(j => j.Part.ContentType.Value == "text/html")
            .Select(j => j.Part);
    }

    /// <summary>The end of the day, so that a date without a year that is this day's is not taken for last year's.</summary>
    private static DateTimeOffset? At(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date, new TimeOnly(23, 59), TimeSpan.Zero) : null;

    private static bool IsByHand(DigestReading reading) =>
        reading.Receipt.Format is { } name && FormatRegistry.Find(name) is { IsLastResort: true };

    private static bool CanHoldDigest(MimePart part) => !part.Body.IsEmpty &&
        !(part.ContentType.Value.StartsWith("image/", StringComparison.Ordinal)
            || part.ContentType.Value.StartsWith("audio/", StringComparison.Ordinal) ||
          part.ContentType.Value.StartsWith("video/", StringComparison.Ordinal)
          || part.ContentType.Value.StartsWith("font/", StringComparison.Ordinal) ||
          part.ContentType.Value is "text/css" or "text/javascript" or "text/calendar");

    private async IAsyncEnumerable<DigestItem> ReadPartAsync(MimePart part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = NestedSource.ShortName(part.FileName ?? $"the {part.ContentType.Value} part of line {part.Line}");
        if (NestedSource.Within(source, name, At(sent)) is not { } inner || !inner.Budget.TakePiece())
        {
            _rejected.Add(new DigestItem.Trouble(new Problem(part.Line, $"{name}: it lies too deep; drop it by itself.")));
            yield break;
        }

        var (bytes, problem) = MailContent.Of(part);
        inner.Budget.Take(bytes.Length);
        var before = _papers;
        var held = new List<DigestItem>();
        await foreach (var item in NestedDigest.ReadAsync(new MemoryStream(bytes.ToArray(), false), inner, cancellationToken))
        {
            if (item is DigestItem.Found or DigestItem.Dated)
            {
                _papers += item is DigestItem.Found ? 1 : 0;
                yield return item;
            }
            else
            {
                held.Add(item);
            }
        }

        if (problem is not null)
        {
            held.Add(new DigestItem.Trouble(new Problem(part.Line, problem)));
        }

        if (_papers == before)
        {
            _rejected.AddRange(held);
            yield break;
        }

        foreach (var item in held)
        {
            yield return item;
        }
    }
}
